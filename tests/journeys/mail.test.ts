// checklist: 36
import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { preferencesUrl } from '@/lib/mail/preferences'
import { unseal } from '@/lib/values/seal'
import { expect, test } from '../support/browser'
import { anOrganizerOfSeries, aPerson, giveRole } from '../support/factories'
import { aGuest, aPublishedEvent, outboxOf, rowOf } from '../support/guests'
import { sessionCookie } from '../support/identities'
import { anInvitation } from '../support/people'

async function aStopWithGuests() {
  const { event, proof } = await aPublishedEvent()
  const guests = [await aGuest(proof, { name: '林一诺' }), await aGuest(proof, { name: 'Ada', locale: 'en' })]
  const organiser = await aPerson()
  await giveRole(organiser, 'organizer', { seriesId: event.seriesId })
  const [name = '', value = ''] = (await sessionCookie(organiser)).split('=')
  const cookie = { name, value, url: process.env.SITE_URL ?? '' }
  return { event, guests, cookie, organiser, base: `/zh/organize/${event.series.slug}/${event.slug}` }
}

test('an organiser writes to a group: counts, looks, tests, sends, and sees to whom it went', async ({ person }) => {
  const { event, cookie, base, organiser } = await aStopWithGuests()
  const page = await person()
  await page.context().addCookies([cookie])
  await page.goto(`${base}/messages`)
  await page.getByRole('link', { name: '写给一群人' }).click()
  await expect(page.getByLabel('写给谁')).toContainText('名额已确认的（2 人）')
  await page.getByLabel('标题', { exact: true }).fill('记得带电脑')
  await page.getByRole('button', { name: '存好，看一遍' }).click()
  await expect(page.getByRole('link', { name: '请填写这一项' })).toBeVisible()
  await expect(page.getByLabel('标题', { exact: true })).toHaveValue('记得带电脑')
  await page.getByLabel('正文', { exact: true }).fill('现场有插座。')
  await page.getByRole('button', { name: '存好，看一遍' }).click()
  await expect(page.getByText('会有 2 个人收到')).toBeVisible()
  await expect(page.getByText('现场有插座。').first()).toBeVisible()
  await page.getByRole('button', { name: '先发给自己' }).click()
  await expect(page.getByText('已经发给你自己')).toBeVisible()
  expect((await outboxOf(event.id)).find(({ kind }) => kind === 'mailing-test')?.recipient).toBe(organiser.email)
  await page.getByRole('button', { name: '现在发出 · 2' }).click()
  await page.getByRole('link', { name: '看看都发给了谁' }).click()
  await expect(page.getByText('只看这封信的消息')).toBeVisible()
  await expect(page.getByText(/发给 林一诺/)).toBeVisible()
  expect((await outboxOf(event.id)).filter(({ kind }) => kind === 'mailing')).toHaveLength(2)
})

test('before calling a stop off one sees how many will hear of it and what they will read', async ({ person }) => {
  const { event, cookie, base } = await aStopWithGuests()
  const page = await person()
  await page.context().addCookies([cookie])
  await page.goto(`${base}/edit`)
  await page.getByText('取消这一站', { exact: true }).first().click()
  const step = page.locator('details[open]').first()
  await expect(step.getByText('报了名的 2 个人会收到这条消息')).toBeVisible()
  await step.getByText('他们会读到什么').click()
  await expect(step.getByText('很抱歉，这一站取消了。')).toBeVisible()
  await step.getByLabel('原因').fill('台风红色预警')
  await step.getByRole('button', { name: '取消这一站' }).click()
  await expect(page.getByText('已取消').first()).toBeVisible()
  const told = (await outboxOf(event.id)).filter(({ kind }) => kind === 'event-change')
  expect(told.map(({ locale }) => locale).sort()).toEqual(['en', 'zh'])
})

test('without JavaScript, whoever did not register says so from the mail and hears no more', async ({ person }) => {
  const { event, guests } = await aStopWithGuests()
  const [letter] = await outboxOf(event.id)
  const page = await person({ javaScriptEnabled: false })
  await page.goto(new URL(preferencesUrl({ id: letter?.id ?? '', locale: 'zh' })).pathname)
  await expect(page.getByRole('heading', { name: '邮件由你决定' })).toBeVisible()
  expect((await rowOf(event.id, guests[0]?.registrationId ?? '')).status, 'looking changes nothing').toBe('confirmed')
  await page.getByRole('button', { name: '不是我，别再发了' }).click()
  await expect(page.getByText('好了，我们不再打扰。')).toBeVisible()
  await expect(page.getByText('不会再收到我们的信')).toBeVisible()
  expect((await rowOf(event.id, guests[0]?.registrationId ?? '')).status).toBe('cancelled')
  await page.getByRole('button', { name: '还是发给我吧' }).click()
  await expect(page.getByText('好了，信会照常发来。')).toBeVisible()
})

test('somebody invited who signs in stands before the invitation again', async ({ person }) => {
  const email = `invited-${randomUUID().slice(0, 8)}@example.com`
  const scope = await anOrganizerOfSeries('people.edit')
  const invitation = await anInvitation(scope, email)
  const linkOf = async (where: { kind: string; recipient?: string; dedupeKey?: string }) => {
    const letter = await database().message.findFirstOrThrow({ where })
    return new URL(unseal(letter.sealedLink ?? new Uint8Array(), process.env.AUTH_SECRET ?? '', 'outbox'))
  }
  const page = await person()
  await page.goto((await linkOf({ kind: 'invitation', dedupeKey: invitation })).pathname)
  await page.getByRole('link', { name: '登录' }).click()
  await page.getByLabel('邮箱').fill(email)
  await page.getByRole('button', { name: '把链接寄给我' }).click()
  await page.waitForURL(/signin\/sent/)
  const mailed = await linkOf({ kind: 'sign-in', recipient: email })
  await page.goto(`${mailed.pathname}${mailed.search}`)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(new RegExp(`/zh/invitation/${invitation}$`))
  await page.getByRole('button').last().click()
  await page.waitForURL(new RegExp(`/organize/${scope.seriesSlug}$`))
})

test('made-up headers hide nobody who floods; "find my ticket" answers every address alike', async ({ request }) => {
  const { event, proof } = await aPublishedEvent()
  const known = `known-${randomUUID().slice(0, 8)}@example.com`
  await aGuest(proof, { contact: known })
  const find = async (contact: string, n: number) => {
    const forged = [n, n * 7, n * 13, 9].map((part) => part % 256).join('.')
    const started = performance.now()
    const answer = await request.post('/api/registrations/find', {
      form: { event: event.id, locale: 'zh', contact },
      headers: {
        origin: process.env.SITE_URL ?? '',
        accept: 'application/json',
        'x-forwarded-for': forged,
        'x-came-by': forged,
        'x-real-ip': forged,
        forwarded: `for=${forged}`,
      },
      maxRedirects: 0,
    })
    return { said: `${answer.status()} ${await answer.text()}`, took: performance.now() - started }
  }
  const [here, nowhere]: [number[], number[]] = [[], []]
  const said = new Set<string>()
  for (let n = 0; n < 18; n++) {
    const one = await find(known, n)
    const two = await find(`nobody-${randomUUID().slice(0, 8)}@example.com`, n)
    for (const { said: words } of [one, two]) said.add(words)
    // The first few also put a message in the outbox; from the fourth on nothing is sent to either.
    if (n > 3) here.push(one.took)
    if (n > 3) nowhere.push(two.took)
  }
  expect([...said]).toEqual(['202 {"mailed":true}'])
  // A busy machine makes any answer late, but not the fastest of fourteen.
  expect(Math.abs(Math.min(...here) - Math.min(...nowhere))).toBeLessThan(15)
  let refused = 0
  for (let n = 0; n < 60; n++) if (!(await find(`nobody-${n}@example.com`, n)).said.startsWith('202')) refused++
  expect(refused).toBeGreaterThan(15)
})
