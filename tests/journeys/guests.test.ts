// checklist: 31, 32, 33, 38, 41, 42, 47, 50
import type { Page } from '@playwright/test'
import { database } from '@/lib/database/client'
import { expect, test } from '../support/browser'
import { aPerson, giveRole } from '../support/factories'
import { aGuest, aPublishedEvent, outboxOf, rowOf } from '../support/guests'
import { sessionCookie } from '../support/identities'

async function signIn(page: Page, seriesId: string, name = 'Invented Person') {
  const viewer = await aPerson({ name })
  await giveRole(viewer, 'organizer', { seriesId })
  const [cookie = '', value = ''] = (await sessionCookie(viewer)).split('=')
  await page.context().addCookies([{ name: cookie, value, url: process.env.SITE_URL ?? '' }])
}

async function aList(page: Page, names: string[], given: Parameters<typeof aPublishedEvent>[0] = {}) {
  const { event, proof } = await aPublishedEvent(given)
  const ids: string[] = []
  for (const name of names) ids.push((await aGuest(proof, { name })).registrationId)
  await signIn(page, event.series.id)
  return { event, ids, list: (locale = 'zh') => `/${locale}/organize/${event.series.slug}/${event.slug}/guests` }
}

const names = ['林一诺', '欧阳清越', 'Ada Lindqvist', '王小明', '陈思远']

test('the address holds tab, search and order, and the back button goes through them', async ({ page }) => {
  const { list } = await aList(page, names, { capacity: 2 })
  await page.goto(list())
  await expect(page.getByRole('link', { name: /候补 3/ })).toBeVisible()
  await page.getByRole('link', { name: /候补 3/ }).click()
  await page.getByRole('searchbox').fill('wang')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/tab=waitlisted.*q=wang/)
  await expect(page.getByRole('link', { name: '王小明' })).toBeVisible()
  await expect(page.getByRole('link', { name: '陈思远' })).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('link', { name: '陈思远' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('link', { name: '林一诺' })).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})

test('many are declined without a word, and taken back with one press', async ({ page }) => {
  const { event, ids, list } = await aList(page, names, { approvalRequired: true })
  await page.goto(list())
  await page.getByRole('link', { name: /待确认/ }).click()
  await page.getByLabel('选中林一诺').check()
  await expect(page.getByText('已选 1 位')).toBeVisible()
  await page.getByRole('button', { name: '选中全部 5 位' }).click()
  await page.getByRole('button', { name: '婉拒', exact: true }).click()
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText('5 位已处理')).toBeVisible()
  expect((await rowOf(event.id, ids[0] ?? '')).status).toBe('declined')
  expect((await outboxOf(event.id)).map(({ kind }) => kind)).not.toContain('registration-declined')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('已撤销，5 位恢复')).toBeVisible()
  expect((await rowOf(event.id, ids[0] ?? '')).status).toBe('pending')
})

test('what cannot be taken back asks for the number, and tells who was left and why', async ({ page }) => {
  const { event, ids, list } = await aList(page, names, { capacity: 5 })
  await page.goto(list())
  for (const name of ['林一诺', '王小明']) await page.getByLabel(`选中${name}`).check()
  await database().registration.update({
    where: { key: { eventId: event.id, id: ids[0] ?? '' } },
    data: { status: 'cancelled' },
  })
  await page.getByRole('button', { name: '取消名额', exact: true }).click()
  await page.getByLabel('告诉对方').check()
  await page.getByLabel(/请输入人数 2/).fill('3')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByRole('alert')).toContainText('请输入 2 来确认')
  expect((await rowOf(event.id, ids[3] ?? '')).status).toBe('confirmed')
  await page.getByLabel(/请输入人数 2/).fill('2')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText('1 位已处理，1 位没有处理')).toBeVisible()
  await expect(page.getByText('这个报名已经结束了')).toBeVisible()
  expect((await rowOf(event.id, ids[3] ?? '')).status).toBe('cancelled')
})

test('a guest has a page of its own, and the second organiser sees what the first changed', async ({
  page,
  person,
}) => {
  const { event, ids, list } = await aList(page, names)
  await page.goto(list())
  await page.getByRole('link', { name: '王小明' }).click()
  await expect(page).toHaveURL(new RegExp(`/guests/${ids[3]}$`))
  await expect(page.getByRole('heading', { name: '王小明' })).toBeVisible()
  await expect(page.getByText('一位访客 报名')).toBeVisible()
  const second = await person({ phone: false })
  await signIn(second, event.series.id, 'Second Person')
  await second.goto(page.url())
  await second.getByText('改姓名和联系方式').click()
  await second.getByLabel('称呼').fill('王晓明')
  await second.getByRole('button', { name: '保存' }).click()
  await expect(second.getByRole('heading', { name: '王晓明' })).toBeVisible()
  await page.getByText('改姓名和联系方式').click()
  await page.getByLabel('称呼').fill('王大明')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('王晓明')).toBeVisible()
  expect((await rowOf(event.id, ids[3] ?? '')).name).toBe('王晓明')
  await page.getByRole('link', { name: '下一位' }).click()
  await expect(page.getByRole('heading', { name: 'Ada Lindqvist' })).toBeVisible()
  await page.getByRole('link', { name: '返回名单' }).click()
  await expect(page.getByRole('searchbox')).toBeVisible()
})

test('both exports come down, and a workbook is one', async ({ page }) => {
  const { list } = await aList(page, ['=1+1', ...names])
  await page.goto(list())
  for (const [link, ending] of [
    ['导出 CSV', '.csv'],
    ['导出 Excel', '.xlsx'],
  ] as const) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
    expect(file.suggestedFilename()).toContain(ending)
    const chunks: Buffer[] = []
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    if (ending === '.csv') expect(bytes.toString()).toMatch(/^\ufeff"称呼",[\s\S]*'=1\+1,/)
    else expect(bytes.subarray(0, 2).toString()).toBe('PK')
  }
})

const csv = (text: string) => ({ name: 'luma.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

test('a list from elsewhere is looked at first, put right, imported, and taken back', async ({ page }) => {
  const { event, list } = await aList(page, ['林一诺'], { capacity: 3 })
  await page.goto(list())
  await page.getByRole('link', { name: '导入来宾' }).click()
  const lines = ['甲,a@example.com', '乙,b@example.com', '丙,c@example.com', '丁,nothing', '甲又来,a@example.com']
  await page.getByLabel('名单文件').setInputFiles(csv(`Wer,Wohin\n${lines.join('\n')}\n`))
  await page.getByRole('button', { name: '读取文件' }).click()
  await expect(page.getByRole('alert').first()).toContainText('请指出哪一列是姓名')
  await page.getByLabel('「Wer」这一列是').selectOption('name')
  await page.getByLabel('「Wohin」这一列是').selectOption('email')
  await page.getByRole('button', { name: '更新预览' }).click()
  await expect(page.getByText('联系方式和「甲」一样').first()).toBeVisible()
  await expect(page.getByText('邮箱或手机：').first()).toBeVisible()
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText('导入完成，来了 3 位。')).toBeVisible()
  expect(await database().registration.count({ where: { eventId: event.id, status: 'confirmed' } })).toBe(3)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载结果文件' }).click(),
  ])
  expect(file.suggestedFilename()).toContain('.csv')
  await page.getByText('撤销这次导入').click()
  await page.getByLabel(/请输入人数 3/).fill('3')
  await page.getByRole('button', { name: '全部撤销' }).click()
  await expect(page.getByText('这次导入已撤销。')).toBeVisible()
  expect(await database().registration.count({ where: { eventId: event.id } })).toBe(1)
})

test('no file that somebody can think of makes the import fall over', async ({ page, request, baseURL }) => {
  const { event, list } = await aList(page, ['林一诺'])
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const headers = { cookie, origin: new URL(baseURL ?? '').origin }
  const send = (buffer: Buffer) =>
    request.post(`/api/guests/${event.id}/import`, {
      headers,
      maxRedirects: 0,
      multipart: { locale: 'zh', file: { name: 'x.csv', mimeType: 'text/csv', buffer } },
    })
  for (const [problem, buffer] of [
    ['empty', Buffer.from('\n\n')],
    ['too-big', Buffer.alloc(10 * 1024 * 1024 + 10, 97)],
    ['too-many-columns', Buffer.from(`${'a,'.repeat(1_000)}a\nb\n`)],
    ['broken-quotes', Buffer.from('name,email\n"Ada,a@example.com\n')],
    ['not-text', Buffer.from('name,email\nA\0da,a@example.com\n')],
    ['broken-workbook', Buffer.from('PK\u0003\u0004nothing')],
    ['old-workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ] as const) {
    const answer = await send(buffer)
    expect(answer.status(), problem).toBe(303)
    expect(answer.headers().location, problem).toMatch(new RegExp(`/guests/import\\?problem=${problem}$`))
  }
  // As no browser sends it: no length, far too much; and hundreds of thousands of parts with nothing in them.
  const raw = async (body: BodyInit, type: string) => {
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    } as const
    return fetch(`${baseURL}/api/guests/${event.id}/import`, { ...init, headers: { ...headers, 'content-type': type } })
  }
  const endless = () => {
    let left = 30
    return new ReadableStream({
      pull: (to) => (left-- > 0 ? to.enqueue(new Uint8Array(1_000_000)) : to.close()),
    })
  }
  const multipart = 'multipart/form-data; boundary=x'
  const heavy = await raw(endless(), multipart)
  expect([heavy.status, heavy.headers.get('location')]).toEqual([303, expect.stringContaining('problem=too-big')])
  const parts = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(200_000)
  expect((await raw(`${parts}--x--\r\n`, multipart)).status).toBe(400)
  await page.goto(`${list()}/import?problem=broken-quotes`)
  await expect(page.getByRole('alert').first()).toContainText('引号没有成对')
  const none = await request.post(`/api/guests/${event.id}/bulk`, {
    headers,
    form: { act: 'nonsense' },
    maxRedirects: 0,
  })
  expect(none.status()).toBe(400)
  expect(await database().registration.count({ where: { eventId: event.id } })).toBe(1)
})
