import { publishRecap } from '@/lib/recap/commands/recap'
import { expect, type Language, test } from '../support/browser'
import { hoursLater } from '../support/entry'
import { anEvent, anOrganizerOf } from '../support/factories'
import { aDesk } from '../support/sponsors'

/** A published stop whose sponsor was given a link to the desk. */
async function aSponsoredStop() {
  const event = await anEvent({ published: true })
  const scope = await anOrganizerOf('sponsors.edit', event)
  const { secret } = await aDesk(scope, { sponsor: '联想YOGA', contact: '问号' })
  return { event, link: `/d/${secret}`, page: `/${event.series.slug}/${event.slug}` }
}

const words: Record<Language, { title: string; quantity: string; submit: string; undo: string; withdraw: string }> = {
  zh: { title: '叫什么', quantity: '多少份', submit: '记下来', undo: '撤销', withdraw: '撤回雨伞' },
  en: {
    title: 'What it is called',
    quantity: 'How many',
    submit: 'Log it',
    undo: 'Undo',
    withdraw: 'Withdraw 雨伞',
  },
}

// checklist: 22, 33, 35
for (const language of ['zh', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })
    const say = words[language]

    test('a sponsor logs a prize on a phone within a minute, and the stop shows it at once', async ({ page }) => {
      const stop = await aSponsoredStop()
      await page.goto(`/${language}${stop.page}`)
      await expect(page.getByText('雨伞')).toHaveCount(0)

      const began = Date.now()
      await page.goto(`${stop.link}?lang=${language}`)
      await expect(page).toHaveURL(/\/desk\/[0-9a-f-]{36}$/)
      const fields = page
        .locator('section[aria-labelledby=log] form')
        .last()
        .locator('input:not([type=hidden]), select, textarea')
      expect(await fields.locator('visible=true').count()).toBeLessThanOrEqual(6)
      await page.getByLabel(say.title).fill('雨伞')
      await page.getByRole('button', { name: say.submit }).click()
      await expect(page.getByRole('button', { name: say.withdraw })).toBeVisible()
      expect(Date.now() - began).toBeLessThan(60_000)

      await page.goto(`/${language}${stop.page}`)
      await expect(page.getByText('雨伞').first()).toBeVisible()
    })

    test('a withdrawn gift comes back by undo', async ({ page }) => {
      const stop = await aSponsoredStop()
      await page.goto(`${stop.link}?lang=${language}`)
      await page.getByLabel(say.title).fill('雨伞')
      await page.getByRole('button', { name: say.submit }).click()
      await page.getByRole('button', { name: say.withdraw }).click()
      await expect(page.getByRole('button', { name: say.withdraw })).toHaveCount(0)
      await page.getByRole('button', { name: say.undo }).click()
      await expect(page.getByRole('button', { name: say.withdraw })).toBeVisible()
    })

    test('the published recap thanks the sponsor’s contact by name', async ({ page }) => {
      const stop = await aSponsoredStop()
      await page.goto(`${stop.link}?lang=${language}`)
      await page.getByLabel(say.title).fill('雨伞')
      await page.getByRole('button', { name: say.submit }).click()
      await expect(page.getByRole('button', { name: say.withdraw })).toBeVisible()
      await hoursLater(stop.event.id, 31 * 24)
      await publishRecap(await anOrganizerOf('recap.edit', stop.event))
      await page.goto(`/${language}${stop.page}/recap`)
      await expect(page.getByText(language === 'zh' ? '联想YOGA的问号：雨伞' : '问号 of 联想YOGA: 雨伞')).toBeVisible()
    })
  })
}

test('a number that is none stays in its field, with what is wrong beside it', async ({ page }) => {
  const stop = await aSponsoredStop()
  await page.goto(`${stop.link}?lang=zh`)
  await page.getByLabel('叫什么').fill('雨伞')
  await page.getByLabel('多少份').fill('几把')
  await page.getByRole('button', { name: '记下来' }).click()
  await expect(page.getByText('请填一个整数').first()).toBeVisible()
  await expect(page.getByLabel('多少份')).toHaveValue('几把')
  await expect(page.getByLabel('叫什么')).toHaveValue('雨伞')
})
