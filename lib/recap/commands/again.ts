import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { lockEvent } from '@/lib/database/lock'
import type { SponsorDesk } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { settlePrize } from '@/lib/prizes/commands/settle'
import { contactAt } from '@/lib/sponsors/commands/contacts'
import { insertGift } from '@/lib/sponsors/commands/gifts'
import { namesLine, sortOf } from '@/lib/sponsors/rules/ledger'
import type { GiftStatus } from '@/lib/sponsors/schema/gifts'
import { refuse } from '@/lib/values/refusal'

type Way = { seriesId: string; from: string; sponsorId: string; status: GiftStatus }

/**
 * "Again at the next stop?", pressed by the sponsor at their desk: what they gave here stands there as offered, to be
 * confirmed by its organisers. Answers the city. Refuses `reports.no-next`, `reports.there-already`.
 */
export function giveAgain(desk: SponsorDesk): Promise<string> {
  return change(desk, {}, async (tx, record) => {
    const { sponsorId } = await contactAt(tx, desk)
    const way = { seriesId: desk.seriesId, from: desk.eventId, sponsorId, status: 'offered' as const }
    const { to, city, count } = await again(tx, way)
    record('gift.given-again', sponsorId, { to, count })
    return city
  })
}

/** The same pressed by an organiser: it stands there as a draft of what to ask for. */
export function planAgain(scope: EventScope<'sponsors.edit'>, sponsorId: string): Promise<string> {
  return change(scope, {}, async (tx, record) => {
    const way = { seriesId: scope.seriesId, from: scope.eventId, sponsorId, status: 'draft' as const }
    const { to, city, count } = await again(tx, way)
    record('gift.given-again', sponsorId, { to, count })
    return city
  })
}

async function nextStop(tx: Transaction, { seriesId, from }: Way) {
  const here = await tx.event.findFirst({ where: { seriesId, id: from }, select: { startsAt: true } })
  return tx.event.findFirst({
    where: {
      seriesId,
      startsAt: { gt: here?.startsAt ?? new Date() },
      endsAt: { gt: new Date() },
      removedAt: null,
      cancelledAt: null,
      publishedAt: { not: null },
    },
    orderBy: { startsAt: 'asc' },
    select: { id: true, city: true },
  })
}

async function again(tx: Transaction, way: Way) {
  const { seriesId, from, sponsorId, status } = way
  const next = (await nextStop(tx, way)) ?? refuse('reports.no-next')
  await lockEvent(tx, next.id)
  // Called off, or put on another day, while this waited for it.
  if ((await nextStop(tx, way))?.id !== next.id) refuse('form.busy')
  const gifts = await tx.gift.findMany({
    where: { seriesId, eventId: from, sponsorId, removedAt: null, status: { in: ['pledged', 'received', 'thanked'] } },
    orderBy: { position: 'asc' },
    include: { prize: true, contacts: { include: { contact: { select: { name: true, removedAt: true } } } } },
  })
  const there = await tx.gift.findMany({
    where: { seriesId, eventId: next.id, sponsorId, removedAt: null },
    select: { title: true },
  })
  const known = new Set(there.map(({ title }) => title))
  const fresh = gifts.filter(({ title, kind }) => !known.has(title) && kind !== 'venue')
  if (fresh.length === 0) refuse('reports.there-already')
  for (const gift of fresh) {
    const sort = sortOf(gift.kind, gift.prize?.kind ?? null)
    const thanks = namesLine(gift.contacts.flatMap(({ contact }) => (contact.removedAt ? [] : [contact.name])))
    const { title, titleEn, quantity } = gift
    const input = { sort, title, titleEn, quantity, admits: gift.prize?.admits ?? null, delivery: '', thanks }
    const id = await insertGift(tx, { seriesId, eventId: next.id, sponsorId }, input, status)
    await settlePrize(tx, next.id, id, input)
  }
  return { to: next.id, city: next.city, count: fresh.length }
}
