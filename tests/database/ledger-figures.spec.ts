import { database } from '@/lib/database/client'
import { listPlan, listSlots } from '@/lib/prizes/queries/plan'
import { findOwed } from '@/lib/recap/queries/owed'
import { findReport } from '@/lib/recap/queries/report'
import { findGift, findSponsor, listGifts, listSponsors } from '@/lib/sponsors/queries/gifts'
import { findLastNeeds } from '@/lib/sponsors/queries/last-needs'
import { listNeedTitles, listSponsorNames } from '@/lib/sponsors/queries/ledger'
import { findBoard, listNeeds } from '@/lib/sponsors/queries/needs'
import { listTiered, listTiers } from '@/lib/sponsors/queries/tiers'
import { newUuid } from '@/lib/values/uuid'
import { anEvent, anOrganizerOf } from '../support/factories'
import { statementsOf } from '../support/statements'
import { expect, test } from '../support/test'

// `npm run figures:ledger` takes 1,000 gifts of 200 sponsors over 40 stops, and twice as many stops' worth at one.
const long = Number(process.env.LEDGER_GIFTS ?? 0)
const sizes = long ? [10, long] : [10, 100]

/** A series with so many gifts of a fifth as many sponsors over 40 stops; all those of the last stop are looked at. */
async function aTour(gifts: number) {
  const stops = Math.min(40, gifts)
  const first = await anEvent({ published: true, startsAt: new Date(Date.now() - 100 * 86_400_000) })
  const events = [first]
  for (let n = 1; n < stops; n++) {
    const startsAt = new Date(first.startsAt.getTime() + n * 2 * 86_400_000)
    events.push(await anEvent({ seriesId: first.seriesId, published: true, startsAt }))
  }
  const { seriesId } = first
  const sponsors = Array.from({ length: Math.ceil(gifts / 5) }, (_, n) => ({
    seriesId,
    id: newUuid(),
    name: `Sponsor ${n}`,
  }))
  const people = sponsors.map(({ id, name }) => ({
    seriesId,
    id: newUuid(),
    sponsorId: id,
    name: `Contact of ${name}`,
  }))
  const rows = Array.from({ length: gifts }, (_, n) => ({
    seriesId,
    eventId: events[n % stops]?.id ?? '',
    id: newUuid(),
    sponsorId: sponsors[n % sponsors.length]?.id ?? '',
    kind: 'prize' as const,
    title: `Gift ${n}`,
    quantity: 3,
    status: 'received' as const,
    position: n,
  }))
  const db = database()
  await db.sponsor.createMany({ data: sponsors })
  await db.sponsorContact.createMany({ data: people })
  await db.gift.createMany({ data: rows })
  const contactOf = new Map(people.map(({ sponsorId, id }) => [sponsorId, id]))
  await db.giftContact.createMany({
    data: rows.map(({ eventId, id, sponsorId }) => ({
      seriesId,
      eventId,
      giftId: id,
      contactId: contactOf.get(sponsorId) ?? '',
    })),
  })
  await db.prize.createMany({ data: rows.map(({ eventId, id }) => ({ eventId, id, kind: 'thing' as const })) })
  await db.prizeUnit.createMany({
    data: rows.flatMap(({ eventId, id }) => [1, 2, 3].map((number) => ({ eventId, prizeId: id, number }))),
  })
  await db.need.createMany({
    data: events.flatMap(({ id }, n) => ({
      seriesId,
      eventId: id,
      id: newUuid(),
      kind: 'food' as const,
      title: `Need ${n}`,
      position: 1,
    })),
  })
  // As autovacuum would a minute later: a plan made for empty tables says nothing about full ones.
  await db.$executeRaw`ANALYZE sponsors, sponsor_contacts, gifts, gift_contacts, prizes, prize_units, needs`
  const last = events.at(-1) as (typeof events)[0]
  const ledger = await anOrganizerOf('sponsors.edit', last)
  const recap = await anOrganizerOf('recap.edit', last)
  const mine = rows.find(({ eventId }) => eventId === last.id)
  return { ledger, recap, gift: mine?.id ?? '', sponsor: mine?.sponsorId ?? '' }
}

const views = ({ ledger, recap, gift, sponsor }: Awaited<ReturnType<typeof aTour>>) => ({
  ledger: () => Promise.all([listGifts(ledger), listSponsors(ledger), listNeedTitles(ledger)]),
  needs: () => Promise.all([listNeeds(ledger), findBoard(ledger), listSponsorNames(ledger), findLastNeeds(ledger)]),
  gift: () => Promise.all([findGift(ledger, gift), listNeedTitles(ledger)]),
  sponsor: () => findSponsor(ledger, sponsor),
  plan: () => Promise.all([listPlan(ledger), listSlots(ledger)]),
  tiers: () => Promise.all([listTiers(ledger), listTiered(ledger)]),
  thanks: () => findOwed(recap),
  report: () => findReport(ledger, sponsor),
})

test(`every view of the ledger takes at most four statements, with ${sizes.join(' and ')} gifts alike`, async () => {
  test.setTimeout(240_000)
  const seen: Record<string, string[]> = {}
  for (const size of sizes) {
    for (const [name, view] of Object.entries(views(await aTour(size)))) {
      const statements = await statementsOf(view)
      expect(statements, `${name} with ${size} gifts`).toBeLessThanOrEqual(4)
      const started = performance.now()
      for (let n = 0; n < 5; n++) await view()
      seen[name] = [...(seen[name] ?? []), `${statements} in ${((performance.now() - started) / 5).toFixed(1)} ms`]
    }
  }
  for (const [name, told] of Object.entries(seen)) {
    expect(new Set(told.map((text) => text.split(' ')[0])).size, `${name}: ${told}`).toBe(1)
    if (long) console.log(`${name.padEnd(8)} ${sizes.map((size, n) => `${size} gifts: ${told[n]}`).join('   ')}`)
  }
})
