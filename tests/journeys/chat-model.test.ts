import { database } from '@/lib/database/client'
import { expect, test } from '../support/browser'
import { anEvent, anOrganizerOf } from '../support/factories'
import { anotherNode } from '../support/nodes'
import { answerJson, aServerOutside } from '../support/outside'
import { aDesk } from '../support/sponsors'

const offer = '虎哥这边十个小浣熊抱枕没问题的哈，我让同事寄过去'
const gifts = [
  { title: '小浣熊抱枕', sort: 'prize-thing', quantity: 10, admits: null, way: 'parcel', thanks: ['虎哥'] },
]
const content = [JSON.stringify({ gifts }), '好的！', '没有']

test('a configured model reads a pasted message, only when asked to, and says when it could not', async ({
  browser,
}) => {
  const model = await aServerOutside((_, response, count) =>
    answerJson(response, { choices: [{ message: { content: content[count - 1] } }] }),
  )
  const node = await anotherNode({ HOST_AI_URL: `${model.url}/v1`, HOST_AI_MODEL: 'qwen3', DESK_AI: 'on' })
  const context = await browser.newContext({
    baseURL: node.url,
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
  })
  try {
    const scope = await anOrganizerOf('sponsors.edit', await anEvent({ published: true }))
    const { secret } = await aDesk(scope, {})
    const page = await context.newPage()
    await page.goto(`/d/${secret}?lang=zh`)
    const desk = page.url()
    const read = async (tick: 'by the model' | 'here') => {
      await page.goto(desk)
      await page.getByText('粘贴聊天内容').click()
      await page.getByLabel('聊天里怎么说的').fill(offer)
      if (tick === 'by the model') await page.getByLabel('让语言模型来读').check()
      await page.getByRole('button', { name: '读出来看看' }).click()
    }

    await read('here')
    await expect(page.getByText('没读出奖品')).toBeVisible()
    expect(model.asked).toEqual([])

    await read('by the model')
    await expect(page.getByText('qwen3 读的')).toBeVisible()
    await page.getByRole('button', { name: '记下「小浣熊抱枕」' }).click()
    await expect(page.getByText('都记好了')).toBeVisible()
    const kept = await database().gift.findFirstOrThrow({ where: scope.within, select: { quantity: true, way: true } })
    expect(kept).toEqual({ quantity: 10, way: 'parcel' })
    const sent = JSON.parse(model.asked[0]?.body ?? '')
    expect(sent.messages[1]).toEqual({ role: 'user', content: offer })
    expect(JSON.stringify(sent)).not.toContain(secret)

    await read('by the model')
    await expect(page.getByText('语言模型没有答上来')).toBeVisible()
    expect(model.asked).toHaveLength(3)
  } finally {
    await context.close()
    await node.stop()
    await model.close()
  }
})
