import { randomUUID } from 'node:crypto'
import { registerFor } from '@/lib/registration/commands/register'
import { database } from '@/lib/database/client'
import { expect, test } from '../support/browser'
import { aHold, aQuestion } from '../support/entry'
import { aPerson, giveRole } from '../support/factories'
import { aForm, aGuest, aPublishedEvent } from '../support/guests'
import { sessionCookie } from '../support/identities'

test('look', async ({ person }) => {
  test.setTimeout(200_000)
  const { event, proof } = await aPublishedEvent({ capacity: 30 })
  const q = await aQuestion(event, { kind: 'several', label: '带什么来', labelEn: 'You bring', options: '电脑\n开发板' })
  const s = await aQuestion(event, { label: '忌口', labelEn: 'Diet', sensitive: 'on' })
  await aHold(event, { seats: '4', name: '讲者' })
  const input = { ...aForm({ name: '王子涵', contact: 'zihan@example.com' }), answers: [{ questionId: q, given: ['电脑', '开发板'] }, { questionId: s, given: ['花生过敏'] }] }
  const t = await registerFor(proof, input, { key: randomUUID(), input })
  await aGuest(proof, { name: '王子涵', contact: '13900001111' })
  await aGuest(proof, { name: 'Ada Lindqvist' })
  const again = aForm({ name: '子涵', contact: 'zihan@example.com' })
  await registerFor(proof, again, { key: randomUUID(), input: again })
  const viewer = await aPerson()
  await giveRole(viewer, 'organizer', { seriesId: event.series.id })
  const [name = '', value = ''] = (await sessionCookie(viewer)).split('=')
  for (const phone of [true, false]) for (const language of ['zh', 'en'] as const) for (const dark of language === 'zh' ? [false] : [true]) {
    const page = await person({ phone, language })
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await page.context().addCookies([{ name, value, url: process.env.SITE_URL ?? '' }])
    const key = `${phone ? 'phone' : 'desk'}-${language}`
    const base = `/${language}/organize/${event.series.slug}/${event.slug}/guests`
    await page.goto(base)
    await page.screenshot({ path: `/tmp/reg-pics/list-${key}.png`, fullPage: true })
    await page.goto(`${base}/${t.registrationId}`)
    await page.screenshot({ path: `/tmp/reg-pics/panel-${key}.png`, fullPage: true })
    await page.goto(base)
    await page.getByRole('button', { name: language === 'zh' ? '添加来宾' : /Add a guest|Add guest/ }).click()
    await page.screenshot({ path: `/tmp/reg-pics/add-${key}.png` })
    const guest = await person({ phone, language })
    await guest.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await guest.goto(`/${language}/${event.series.slug}/${event.slug}/register`)
    await guest.getByLabel(language === 'zh' ? '怎么称呼你' : 'Your name').fill('林一诺')
    await guest.getByLabel(language === 'zh' ? '邮箱或手机号' : 'E-mail or phone number').fill(`x${randomUUID().slice(0, 6)}@example.com`)
    await guest.getByRole('button', { name: language === 'zh' ? '提交报名' : 'Register' }).click()
    await guest.getByText(language === 'zh' ? '叫上朋友' : 'Bring a friend').click()
    await guest.waitForTimeout(1500)
    await guest.screenshot({ path: `/tmp/reg-pics/ticket-${key}.png`, fullPage: true })
  }
  expect(await database().registration.count()).toBeGreaterThan(0)
})
