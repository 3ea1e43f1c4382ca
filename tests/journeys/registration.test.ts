// checklist: 3, 4, 5, 6, 7, 8, 9, 10, 19, 21, 22, 23, 55, 64
import { randomUUID } from 'node:crypto'
import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { editGuest } from '@/lib/registration/commands/edit-guest'
import { guestEditSchema } from '@/lib/registration/schema/guests'
import { unseal } from '@/lib/values/seal'
import { expect, test } from '../support/browser'
import { anOrganizerOf } from '../support/factories'
import { aPublishedEvent, outboxOf } from '../support/guests'

async function aStop(given: Parameters<typeof aPublishedEvent>[0] = {}) {
  const { event } = await aPublishedEvent(given)
  return {
    event,
    form: `/zh/${event.series.slug}/${event.slug}/register`,
    english: `/en/${event.series.slug}/${event.slug}/register`,
  }
}
const anAddress = () => `journey-${randomUUID().slice(0, 8)}@example.com`

test('the form is one sheet of two fields, made for a phone’s keyboard, and says what is kept for how long', async ({
  page,
}) => {
  const { form } = await aStop()
  await page.goto(form)
  const fields = page.locator(
    'main form input:not([type=hidden]):visible, main form textarea:visible, main form select:visible',
  )
  await expect(fields).toHaveCount(4)
  await expect(page.locator('main form input[type=checkbox]:checked')).toHaveCount(0)
  const [name, contact] = [page.getByLabel('怎么称呼你'), page.getByLabel('邮箱或手机号')]
  await expect(name).toHaveAttribute('autocomplete', 'name')
  await expect(name).toHaveAttribute('enterkeyhint', 'next')
  await expect(contact).toHaveAttribute('inputmode', 'email')
  await expect(contact).toHaveAttribute('autocomplete', /email|username/)
  await expect(contact).toHaveAttribute('enterkeyhint', /done|go|send/)
  for (const field of [name, contact]) {
    const size = await field.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize))
    expect(size, 'a phone zooms into anything smaller').toBeGreaterThanOrEqual(16)
  }
  await page.getByText('为什么问这些，保存多久').click()
  await expect(page.getByText('活动结束 180 天后删除联系方式')).toBeVisible()
})

test('without JavaScript: a slip is pointed out with everything kept, then the ticket is there', async ({ person }) => {
  const { form } = await aStop()
  const page = await person({ javaScriptEnabled: false })
  await page.goto(form)
  await page.getByLabel('怎么称呼你').fill('林一诺')
  await page.getByLabel('邮箱或手机号').fill('不是地址')
  await page.getByLabel('下一站定了告诉我').check()
  await page.getByRole('button', { name: '提交报名' }).click()
  await expect(page.getByRole('alert')).toContainText('邮箱或手机号')
  await expect(page.getByLabel('怎么称呼你')).toHaveValue('林一诺')
  await expect(page.getByLabel('下一站定了告诉我')).toBeChecked()
  await expect(page.getByLabel('现场照片里可以出现我')).not.toBeChecked()
  await page.getByLabel('邮箱或手机号').fill('138 0013 8000')
  await page.getByRole('button', { name: '提交报名' }).click()
  await expect(page.getByRole('heading', { name: '名额已确认' })).toBeVisible()
  await expect(page.getByRole('img', { name: '入场二维码' })).toHaveAttribute('src', /^data:image\/png;base64,/)
  expect(page.url()).toMatch(/\/zh\/ticket\/[0-9a-f-]{36}$/)
})

test('the link from the mail opens the ticket on another phone, until its address is put right; who registered stays in', async ({
  page,
  person,
}) => {
  const { event, english } = await aStop()
  await page.goto(english)
  await page.getByLabel('Your name').fill('Ada Lindqvist')
  await page.getByLabel('E-mail or phone number').fill(anAddress())
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByRole('heading', { name: 'You have a seat' })).toBeVisible()
  const [mail] = await outboxOf(event.id)
  expect(mail).toMatchObject({ locale: 'en', kind: 'registration-ticket' })
  const other = await person({ language: 'en' })
  expect((await other.goto(page.url()))?.status()).toBe(404)
  const link = unseal(mail?.sealedLink ?? new Uint8Array(), config().AUTH_SECRET, 'outbox')
  await other.goto(new URL(link).pathname)
  await expect(other.getByRole('heading', { name: 'You have a seat' })).toBeVisible()
  expect(other.url()).not.toContain(new URL(link).pathname)
  const scope = await anOrganizerOf('guests.edit', event)
  const { registrationId } = await database().secretLink.findFirstOrThrow({ where: { eventId: event.id } })
  const guest = { id: registrationId, version: '1', name: 'Ada Lindqvist', contact: anAddress() }
  await editGuest(scope, guestEditSchema.parse(guest))
  expect((await other.reload())?.status()).toBe(404)
  const address = page.url()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'You have a seat' })).toBeVisible()
  expect(page.url()).toBe(address)
})

test('whoever cannot come gives the seat back, and takes it again', async ({ page }) => {
  const { form } = await aStop()
  await page.goto(form)
  await page.getByLabel('怎么称呼你').fill('林一诺')
  await page.getByLabel('邮箱或手机号').fill(anAddress())
  await page.getByRole('button', { name: '提交报名' }).click()
  await page.getByText('我来不了了').click()
  await page.getByRole('button', { name: '取消报名' }).click()
  await expect(page.getByRole('heading', { name: '已取消' })).toBeVisible()
  await page.getByRole('button', { name: '撤销取消' }).click()
  await expect(page.getByRole('heading', { name: '名额已确认' })).toBeVisible()
})

test('my data are shown, and gone when I say so', async ({ page }) => {
  const { event, form } = await aStop()
  const address = anAddress()
  await page.goto(form)
  await page.getByLabel('怎么称呼你').fill('要走的人')
  await page.getByLabel('邮箱或手机号').fill(address)
  await page.getByRole('button', { name: '提交报名' }).click()
  await page.getByText('我的数据', { exact: true }).click()
  await expect(page.getByText(address)).toBeVisible()
  await page.getByLabel(/请输入/).fill('抹掉')
  await page.getByRole('button', { name: '永久抹掉' }).click()
  await expect(page.getByRole('heading', { name: '已经抹掉了' })).toBeVisible()
  expect(await database().registration.count({ where: { eventId: event.id, contact: address } })).toBe(0)
})

test('inside WeChat no button leads to a file that it cannot open', async ({ person }) => {
  const { form } = await aStop()
  const page = await person({ userAgent: 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 MicroMessenger/8.0.54' })
  await page.goto(form)
  await page.getByLabel('怎么称呼你').fill('林一诺')
  await page.getByLabel('邮箱或手机号').fill(anAddress())
  await page.getByRole('button', { name: '提交报名' }).click()
  await page.getByText('加入日历').click()
  await expect(page.getByText('微信里打不开日历文件')).toBeVisible()
  await expect(page.locator('a[href*="/calendar?"], a[download]')).toHaveCount(0)
})

const post = { name: '林一诺', contact: 'bad-input@example.com' }

test('no body that somebody can think of makes the address fall over', async ({ request, baseURL }) => {
  const { event } = await aStop()
  const origin = new URL(baseURL ?? '').origin
  const send = (body: string | Buffer, type = 'application/x-www-form-urlencoded', from = origin) =>
    request.post('/api/registrations', { data: body, headers: { 'content-type': type, origin: from }, maxRedirects: 0 })
  const form = (more: string) => `event=${event.id}&locale=zh&requestKey=${randomUUID()}&${more}`
  const right = new URLSearchParams(post).toString()
  for (const [what, answer, status] of [
    ['nothing', () => send(''), 404],
    ['an event that is none', () => send('event=%00'), 404],
    ['another site', () => send(form(right), undefined, 'https://example.net'), 403],
    ['JSON', () => send('{"name":"x"}', 'application/json'), 415],
    ['a broken multipart', () => send('nothing', 'multipart/form-data; boundary=x'), 400],
    ['ten megabytes', () => send(Buffer.alloc(10_485_760, 97)), 413],
    ['an operator object', () => send(form(`${right}&name[$ne]=`)), 303],
    ['a repeated key', () => send(form(`${right}&name=x`)), 303],
    ['a control character', () => send(form('name=a%07b&contact=a@example.com')), 303],
    ['a null character', () => send(form('name=a%00b&contact=a@example.com')), 303],
    ['half a character', () => send(form('name=%ED%A0%80&contact=nope')), 303],
    ['right-to-left overrides', () => send(form(`name=${encodeURIComponent('a\u202eb')}&contact=a@example.com`)), 303],
    ['a thousand keys', () => send(form(Array.from({ length: 1_000 }, (_, n) => `k${n}=1`).join('&'))), 303],
  ] as [string, () => ReturnType<typeof send>, number][]) {
    const got = await answer()
    expect(got.status(), what).toBe(status)
    if (status === 303) expect(got.headers().location, what).toMatch(/\/register\?again=[\w-]{8}#problems$/)
  }
  expect(await database().registration.count({ where: { eventId: event.id } })).toBe(0)
})

test('a form opened long ago, sent twice, is one registration', async ({ request, baseURL }) => {
  const { event } = await aStop()
  const origin = new URL(baseURL ?? '').origin
  const form = { event: event.id, locale: 'en', requestKey: randomUUID(), ...post }
  const headers = { origin, accept: 'application/json' }
  const answers = await Promise.all(
    [1, 2, 3].map(() => request.post('/api/registrations', { form, headers, maxRedirects: 0 })),
  )
  const tickets = await Promise.all(answers.map(async (answer) => (await answer.json()).ticket as string))
  expect(new Set(tickets).size).toBe(1)
  expect(await database().registration.count({ where: { eventId: event.id } })).toBe(1)
})
