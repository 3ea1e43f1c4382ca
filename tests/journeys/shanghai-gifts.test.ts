import type { Page } from '@playwright/test'
import { database } from '@/lib/database/client'
import { publishedEvent } from '@/lib/people/scope'
import { handOver } from '@/lib/prizes/commands/units'
import { addTier, giveTier } from '@/lib/sponsors/commands/tiers'
import { words } from '@/lib/words/load'
import { expect, test } from '../support/browser'
import { goOn, lockNow, planned } from '../support/draws'
import { anEvent, anOrganizerOf } from '../support/factories'
import { aGuest } from '../support/guests'
import { aPhonePhoto } from '../support/pictures'
import { organiserLink } from '../support/server'
import { givers } from '../support/shanghai'
import { aDesk } from '../support/sponsors'

type Event = Awaited<ReturnType<typeof anEvent>>
const reports = words('zh', 'reports')
const thanks = words('zh', 'thanks')
const guests = ['林一诺', '欧阳清越', '周虚构']

/** Everything one giver gave, entered at their own desk; answers where the desk stands. */
async function logAll(page: Page, event: Event, giver: (typeof givers)[number]): Promise<string> {
  const scope = await anOrganizerOf('sponsors.edit', event)
  const { secret } = await aDesk(scope, { sponsor: giver.sponsor, contact: giver.contacts[0] ?? '' })
  await page.goto(`/d/${secret}?lang=zh`)
  const form = page.locator('form', { has: page.getByRole('button', { name: '记下来' }) })
  for (const gift of giver.gifts) {
    await form.getByLabel('叫什么').fill(gift.title)
    await form.getByLabel('多少份').fill(gift.quantity === null ? '' : String(gift.quantity))
    await form.getByLabel('是什么').selectOption(gift.sort)
    await form.getByLabel('要谢谢谁').fill(giver.contacts.join('、'))
    if (gift.admits) {
      await form.locator('summary').click()
      await form.getByLabel('每份几个人用').fill(String(gift.admits))
    }
    await form.getByRole('button', { name: '记下来' }).click()
    await expect(page.getByRole('button', { name: `撤回${gift.title}` })).toBeVisible()
  }
  return new URL(page.url()).pathname
}

/** Gives whoever was there at every stop a tier of their own. */
async function ledTheTour(event: Event) {
  const scope = await anOrganizerOf('sponsors.edit', event)
  const tier = await addTier(scope, { name: '总冠名', nameEn: 'Title sponsor' })
  const { id } = await database().sponsor.findFirstOrThrow({ where: { ...scope.withinSeries, name: '联想YOGA' } })
  await giveTier(scope, { sponsorId: id, tier })
}

/** Three people come, the counted prizes are drawn, one is handed over, and the day is over; answers a winner of pillows. */
async function theEvening(event: Event): Promise<{ secret: string; name: string }> {
  const proof = await publishedEvent({ id: event.id })
  if (!proof) throw new Error('the stop is not public')
  const people = []
  for (const name of guests) people.push({ name, ...(await aGuest(proof, { name })) })
  const stage = await anOrganizerOf('stage.run', event)
  await planned(stage)
  await lockNow(stage)
  while (await goOn(stage));
  const pillows = { unit: { prize: { gift: { title: '小浣熊抱枕' } } } }
  const win = await database().drawWin.findFirstOrThrow({ where: { eventId: event.id, ...pillows } })
  await handOver(await anOrganizerOf('checkin.run', event), { id: win.prizeUnitId, how: 'hand' })
  const yesterday = Date.now() - 86_400_000
  await database().event.update({
    where: { id: event.id },
    data: { startsAt: new Date(yesterday - 3_600_000), endsAt: new Date(yesterday) },
  })
  return people.find(({ registrationId }) => registrationId === win.registrationId) ?? { secret: '', name: '' }
}

// checklist: 42
test('all that Shanghai was given is entered through seven desks on a phone, down to the thanks and a report to forward', async ({
  page,
  person,
}) => {
  test.slow()
  const event = await anEvent({ published: true })
  const at = { eventId: event.id }
  const desks: Record<string, string> = {}
  for (const giver of givers) desks[giver.sponsor] = await logAll(page, event, giver)
  const gifts = await database().gift.findMany({
    where: at,
    orderBy: { position: 'asc' },
    select: {
      title: true,
      quantity: true,
      kind: true,
      sponsor: { select: { name: true } },
      prize: { select: { admits: true } },
      contacts: { select: { contact: { select: { name: true } } } },
    },
  })
  expect(
    gifts.map((gift) => [
      gift.sponsor.name,
      gift.title,
      gift.quantity,
      gift.prize?.admits,
      gift.contacts.map(({ contact }) => contact.name),
    ]),
  ).toEqual(
    givers.flatMap(({ sponsor, contacts, gifts: given }) =>
      given.map(({ title, quantity, admits = 1, sort }) => [
        sponsor,
        title,
        quantity,
        sort === 'venue' ? undefined : admits,
        contacts,
      ]),
    ),
  )
  expect(gifts.filter(({ kind }) => kind === 'prize')).toHaveLength(10)
  await ledTheTour(event)
  await page.goto(`/zh/${event.series.slug}/${event.slug}`)
  for (const { sponsor } of givers) await expect(page.getByText(sponsor).first()).toBeVisible()

  await page.goto(`/zh/stage/${event.series.slug}/${event.slug}`)
  await expect(page.locator('.stage-givers')).toContainText(/总冠名\s*联想YOGA[\s\S]*Pixverse/)

  const { secret, name } = await theEvening(event)
  const winner = await person()
  await winner.goto(`/t/${secret}?lang=zh`)
  await winner.getByLabel(reports('thank.openFor', { giver: '商汤科技', title: '小浣熊抱枕' })).click()
  await winner.getByLabel(reports('thank.words')).fill('抱枕已经在沙发上了，谢谢！')
  await winner.getByLabel('告诉 TA 我的名字', { exact: false }).check()
  await winner.locator('input[name=photo]').setInputFiles({
    name: 'IMG_2.jpg',
    mimeType: 'image/jpeg',
    buffer: await aPhonePhoto({ width: 900, height: 1200 }),
  })
  await winner.getByRole('button', { name: reports('thank.submit') }).click()
  await expect(winner.getByText(reports('thank.told', { giver: '商汤科技' }))).toBeVisible()

  const organiser = await person()
  await organiser.goto(await organiserLink())
  await organiser.getByRole('main').getByRole('button').click()
  await expect(organiser).toHaveURL(/\/organize$/)
  await organiser.goto(`/zh/organize/${event.series.slug}/${event.slug}/recap/thanks`)
  for (const { contacts, gifts: given } of givers) {
    for (const name of contacts) {
      const entry = organiser.getByRole('listitem').filter({ hasText: name }).first()
      for (const { title } of given) await expect(entry).toContainText(title)
      await expect(organiser.getByRole('button', { name: thanks('byChatFor', { name }) })).toBeVisible()
    }
  }

  await page.goto(`${desks.商汤科技}/report`)
  const sheet = page.locator('[data-sheet]')
  await expect(sheet.getByRole('heading', { level: 1 })).toContainText('商汤科技')
  await expect(sheet).toContainText('小浣熊抱枕')
  await expect(sheet.getByText('抱枕已经在沙发上了，谢谢！')).toBeVisible()
  const photo = sheet.getByAltText(reports('winners.photo'))
  await expect(sheet.getByText(`${name} · 小浣熊抱枕`)).toBeVisible()
  await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(10)
  for (const other of ['同花顺', '联想YOGA', ...guests].filter((text) => text !== name)) {
    await expect(sheet).not.toContainText(other)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: reports('print') })).toBeHidden()
  await expect(photo).toBeVisible()
  await page.goto(`${desks.联想YOGA}/report`)
  await expect(page.locator('[data-sheet]')).toContainText('高迪联名礼盒')
  await expect(page.getByText(reports('winners.title'))).toHaveCount(0)
})
