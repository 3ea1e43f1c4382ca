import type { Page } from '@playwright/test'
import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { revokeDeskLinks } from '@/lib/sponsors/commands/contacts'
import { frameworkScripts, zipped } from '../../scripts/suites/page-weight.mjs'
import { expect, test } from '../support/browser'
import { anEvent, anOrganizerOf } from '../support/factories'
import { knock } from '../support/knock'
import { aPhonePhoto } from '../support/pictures'
import { aDesk } from '../support/sponsors'

type Scope = EventScope<'sponsors.edit'>

async function aStop() {
  const event = await anEvent({ published: true })
  const scope = await anOrganizerOf('sponsors.edit', event)
  return { scope, page: `/zh/${event.series.slug}/${event.slug}` }
}

/** Opens somebody's desk and answers the form that logs a gift. */
async function atDesk(page: Page, scope: Scope, given: Parameters<typeof aDesk>[1] = {}) {
  const desk = await aDesk(scope, given)
  await page.goto(`/d/${desk.secret}?lang=zh`)
  return { ...desk, form: page.locator('form', { has: page.getByRole('button', { name: '记下来' }) }) }
}

const jpeg = async () => ({
  name: 'IMG_0001.jpg',
  mimeType: 'image/jpeg',
  buffer: await aPhonePhoto({ width: 1200, height: 900 }),
})
const svg = {
  name: 'logo.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
}

// checklist: 29, 33, 34
test('a prize with its photo is logged in six fields within a minute, and everybody sees it', async ({ page }) => {
  const stop = await aStop()
  const began = Date.now()
  const { form } = await atDesk(page, stop.scope, { sponsor: '商汤科技', contact: '虎哥' })
  const asked = form.locator('input:not([type=hidden]), select, textarea').locator('visible=true')
  expect(await asked.count()).toBeLessThanOrEqual(6)
  await form.getByLabel('叫什么').fill('小浣熊抱枕')
  await form.getByLabel('多少份').fill('10')
  await form.getByLabel('怎么给到我们').selectOption('parcel')
  await form.getByLabel('照片').setInputFiles(await jpeg())
  await expect(form.locator('img')).toBeVisible()
  await form.getByRole('button', { name: '记下来' }).click()
  await expect(page.getByRole('button', { name: '撤回小浣熊抱枕' })).toBeVisible()
  expect(Date.now() - began).toBeLessThan(60_000)

  await page.goto(stop.page)
  const photo = page.locator('section[aria-labelledby=support] img').first()
  await photo.scrollIntoViewIfNeeded()
  await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(10)
  const address = await photo.evaluate((img: HTMLImageElement) => new URL(img.currentSrc).pathname)
  const { headers, status } = await knock(address)
  expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
    200,
    'image/webp',
    'nosniff',
  ])
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('cache-control')).toContain('immutable')
})

test('the desk opens with at most 60 kB of script over the framework’s own, and one round trip saves', async ({
  page,
}) => {
  const { scope } = await aStop()
  const scripts = new Set<string>()
  const asked: string[] = []
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (request.resourceType() === 'script') scripts.add(path.replace('/_next/', ''))
    if (['document', 'fetch', 'xhr'].includes(request.resourceType())) asked.push(`${request.method()} ${path}`)
  })
  const { form } = await atDesk(page, scope)
  await page.waitForLoadState('networkidle')
  const [framework, all] = [frameworkScripts(), zipped([...scripts])]
  console.log(`  the desk's script: ${(framework / 1000).toFixed(1)} + ${((all - framework) / 1000).toFixed(1)} kB`)
  expect(all - framework).toBeLessThanOrEqual(60_000)
  await form.getByLabel('叫什么').fill('雨伞')
  asked.length = 0
  await form.getByRole('button', { name: '记下来' }).click()
  await expect(page.getByRole('button', { name: '撤回雨伞' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([`POST ${new URL(page.url()).pathname}`])
})

test('an SVG is refused beside its field, what was typed stays, and without JavaScript it is the same', async ({
  page,
  person,
}) => {
  const { scope } = await aStop()
  for (const visitor of [page, await person({ javaScriptEnabled: false })]) {
    const { form } = await atDesk(visitor, scope)
    await form.getByLabel('叫什么').fill('雨伞')
    await form.getByLabel('照片').setInputFiles(svg)
    await form.getByRole('button', { name: '记下来' }).click()
    await expect(visitor.getByText('这不是 JPEG、PNG 或 WebP 图片').first()).toBeVisible()
    const again = visitor.locator('form', { has: visitor.getByRole('button', { name: '记下来' }) })
    await expect(again.getByLabel('叫什么')).toHaveValue('雨伞')
    await again.getByLabel('照片').setInputFiles(await jpeg())
    await again.getByRole('button', { name: '记下来' }).click()
    await expect(visitor.getByRole('button', { name: '撤回雨伞' })).toBeVisible()
  }
  expect(await database().gift.count({ where: { ...scope.within, photoId: { not: null } } })).toBe(2)
})

test('a chat message becomes drafts to correct, entered one by one', async ({ page }) => {
  const { scope } = await aStop()
  await atDesk(page, scope)
  await page.getByText('粘贴聊天内容').click()
  await page.getByLabel('聊天里怎么说的').fill('我们出10个小浣熊抱枕和5副定制扑克牌，快递过去，感谢写虎哥就行')
  await page.getByRole('button', { name: '读出来看看' }).click()
  await expect(page.getByText('读出 2 份')).toBeVisible()
  expect(page.url()).not.toContain('虎哥')
  await page.getByRole('button', { name: '记下「小浣熊抱枕」' }).click()
  await expect(page.getByText('读出 1 份')).toBeVisible()
  await page.getByRole('button', { name: '记下「定制扑克牌」' }).click()
  await expect(page.getByText('都记好了')).toBeVisible()
  const gifts = await database().gift.findMany({
    where: scope.within,
    orderBy: { position: 'asc' },
    select: { title: true, quantity: true, way: true, contacts: { select: { contact: { select: { name: true } } } } },
  })
  const thanks = [{ contact: { name: '虎哥' } }]
  expect(gifts).toEqual([
    { title: '小浣熊抱枕', quantity: 10, way: 'parcel', contacts: thanks },
    { title: '定制扑克牌', quantity: 5, way: 'parcel', contacts: thanks },
  ])
})

test('whoever edits second sees what the first wrote; codes go in and are not shown again', async ({
  page,
  person,
}) => {
  const { scope } = await aStop()
  const { form, secret } = await atDesk(page, scope)
  await form.getByLabel('叫什么').fill('年卡')
  await form.getByLabel('是什么').selectOption('prize-code')
  await form.getByRole('button', { name: '记下来' }).click()
  await page
    .getByText('修改年卡')
    .or(page.locator('summary', { hasText: '改' }))
    .first()
    .waitFor()
  const second = await person()
  await second.goto(`/d/${secret}?lang=zh`)
  for (const [visitor, title] of [
    [page, '一年卡'],
    [second, '两年卡'],
  ] as const) {
    const row = visitor.locator('section[aria-labelledby=list] li').first()
    await row.locator('summary', { hasText: '改' }).first().click()
    await row.getByLabel('叫什么').fill(title)
    await row.getByRole('button', { name: '保存' }).click()
    if (visitor === page) await expect(visitor.getByText('一年卡').first()).toBeVisible()
  }
  await expect(second.getByText('有人刚改过这里')).toBeVisible()
  await expect(second.locator('section[aria-labelledby=list]').getByText('一年卡').last()).toBeVisible()
  await second.reload()
  await second.locator('summary', { hasText: '交兑换码' }).click()
  await second.getByLabel('一行一个').fill('CANARY-1\nCANARY-2\nCANARY-1')
  await second.getByRole('button', { name: '封存' }).click()
  await expect(second.getByText('已封存 2 个，重复的 1 个已去掉').first()).toBeVisible()
  await second.reload()
  expect(await second.content()).not.toContain('CANARY')
})

for (const [how, end] of [
  ['was taken back', ({ scope, contactId }: Ended) => revokeDeskLinks(scope, contactId)],
  ['has run out', ({ contactId }: Ended) => runOut(contactId)],
] as const) {
  test(`a link that ${how} says so kindly and has a new one sent to the address on file`, async ({ page, person }) => {
    const { scope } = await aStop()
    const { contactId, secret } = await aDesk(scope)
    const email = `desk-${contactId}@example.com`
    await database().sponsorContact.update({ where: scope.seriesKey(contactId), data: { email } })
    // One opens the link too late, the other had the desk open and comes back to its address.
    const late = await person({ language: 'en' })
    await page.goto(`/d/${secret}?lang=zh`)
    await end({ scope, contactId })
    const answer = await late.goto(`/d/${secret}?lang=en`)
    expect(answer?.status()).toBe(404)
    await expect(late.getByRole('heading', { name: 'This link no longer opens' })).toBeVisible()
    await late.getByRole('button', { name: 'Send a new link' }).click()
    await expect(late.getByRole('heading', { name: 'One more step' })).toBeVisible()
    expect(await late.content()).not.toContain(email)
    expect((await page.reload())?.status()).toBe(404)
    await page.getByRole('button', { name: '发一个新链接' }).click()
    await expect(page.getByRole('heading', { name: '还差一步' })).toBeVisible()
    expect(await database().message.count({ where: { recipient: email, kind: 'link-again' } })).toBe(2)
  })
}

type Ended = { scope: Scope; contactId: string }
const runOut = (contactId: string) =>
  database().secretLink.updateMany({ where: { contactId }, data: { expiresAt: new Date(Date.now() - 1_000) } })

test('an unknown link is answered with the same offer', async ({ page }) => {
  await page.goto('/d/unknown-unknown-unknown-1234?lang=zh')
  await page.getByRole('button', { name: '发一个新链接' }).click()
  await expect(page.getByRole('heading', { name: '还差一步' })).toBeVisible()
})

const script = '<script>alert(1)</script>'

test('scripts in every field of the desk stay words, and a page is no logo', async ({ page }) => {
  const { scope, page: stop } = await aStop()
  page.on('dialog', () => expect('a script ran').toBe(''))
  const { form } = await atDesk(page, scope, { sponsor: `${script} 有限公司`, contact: script })
  await form.locator('summary').click()
  for (const label of ['叫什么', '要谢谢谁', '快递单号']) await form.getByLabel(label).fill(script)
  await form.getByRole('button', { name: '记下来' }).click()
  await expect(page.getByRole('button', { name: `撤回${script}` })).toBeVisible()
  await page.getByText('你们怎么出现在页面上').click()
  const looks = page.locator('form', { has: page.locator('input[name=website]') })
  for (const name of ['nameEn', 'blurb', 'blurbEn']) await looks.locator(`[name=${name}]`).fill(script)
  await looks.locator('[name=website]').fill('javascript:alert(1)')
  await looks.getByRole('button', { name: '保存' }).click()
  await expect(looks.locator('[name=website]')).toHaveAttribute('aria-invalid', 'true')
  await looks.locator('[name=website]').fill('https://example.com/')
  await looks.locator('[name=logo]').setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: Buffer.from(`<!doctype html>${script}`),
  })
  await looks.getByRole('button', { name: '保存' }).click()
  await expect(looks.locator('[name=logo]')).toHaveAttribute('aria-invalid', 'true')
  await looks.locator('[name=logo]').setInputFiles([])
  await looks.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存，公开页面马上就是新的').first()).toBeVisible()
  const desk = new URL(page.url()).pathname
  for (const path of [desk, `${desk}/report`, stop, stop.replace('/zh/', '/en/')]) {
    await page.goto(path)
    expect((await page.content()).includes(script), path).toBe(false)
  }
  expect(await database().gift.count({ where: { ...scope.within, title: script } })).toBe(1)
})
