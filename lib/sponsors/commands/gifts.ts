import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { kindsOf, movedPast, namesIn, namesLine, sortOf } from '../rules/ledger'
import type { GiftInput, GiftStatus, Move } from '../schema/gifts'
import { contactsNamed } from './contacts'

/** Where a gift stands: an event of a series. */
export type GiftPlace = { seriesId: string; eventId: string }

/** Moves a gift one place up or down among those at the same station. Refuses `form.not-found`. */
export function moveGift(scope: EventScope<'sponsors.edit'>, { id, direction }: Move) {
  return change(scope, {}, async (tx, record) => {
    const gifts = await tx.gift.findMany({
      where: { ...scope.within, removedAt: null },
      orderBy: { position: 'asc' },
      select: { id: true, status: true },
    })
    const moved = gifts.find((gift) => gift.id === id) ?? refuse('form.not-found')
    const beside = movedPast(
      gifts.filter((gift) => gift.status === moved.status).map((gift) => gift.id),
      id,
      direction,
    )
    const others = [...beside]
    const order = gifts.map((gift) => (gift.status === moved.status ? (others.shift() ?? gift.id) : gift.id))
    for (const [index, giftId] of order.entries()) {
      await tx.gift.update({ where: scope.key(giftId), data: { position: index + 1 } })
    }
    record('gift.moved', id, { direction })
  })
}

/** A step: writes a new gift at the end of the event's list, with whom to thank; answers its id. */
export async function insertGift(
  tx: Transaction,
  at: GiftPlace & { sponsorId: string },
  input: GiftInput,
  status: GiftStatus,
): Promise<string> {
  const last = await tx.gift.aggregate({ where: { eventId: at.eventId }, _max: { position: true } })
  const { id } = await tx.gift.create({
    data: {
      ...at,
      ...columns(input),
      ...extras(input),
      status,
      position: (last._max.position ?? 0) + 1,
    },
    select: { id: true },
  })
  await thank(tx, { ...at, giftId: id }, namesIn(input.thanks))
  return id
}

/**
 * A step: rewrites a gift that still has this version. What is left out of `input` stays as it is. Refuses
 * `form.not-found`; raises ChangedMeanwhile when somebody was faster.
 */
export async function rewriteGift(
  tx: Transaction,
  at: GiftPlace & { giftId: string; version: number },
  input: GiftInput,
): Promise<void> {
  const { count } = await tx.gift.updateMany({
    where: { eventId: at.eventId, id: at.giftId, version: at.version, removedAt: null },
    data: {
      ...columns(input),
      ...extras(input),
      version: { increment: 1 },
    },
  })
  if (count === 0) await explain(tx, at, input)
  const gift = await tx.gift.findUniqueOrThrow({
    where: { key: { eventId: at.eventId, id: at.giftId } },
    select: { sponsorId: true },
  })
  await tx.giftContact.deleteMany({ where: { eventId: at.eventId, giftId: at.giftId } })
  await thank(tx, { ...at, sponsorId: gift.sponsorId }, namesIn(input.thanks))
}

const columns = ({ sort, title, quantity, delivery, photoId, way, tellWinners }: GiftInput) => ({
  kind: kindsOf(sort).kind,
  title,
  quantity,
  delivery,
  ...(photoId === undefined ? {} : { photoId }),
  ...(way === undefined ? {} : { way }),
  ...(tellWinners === undefined ? {} : { winnersAskedAt: tellWinners ? new Date() : null }),
})

/** What only organisers write, and which need it answers; what is left out stays as it is. */
const extras = ({ titleEn, note, parcel, value, currency, needId }: GiftInput) => ({
  ...(titleEn === undefined ? {} : { titleEn }),
  ...(note === undefined ? {} : { note }),
  ...(parcel === undefined ? {} : { parcel }),
  // Without a value a currency says nothing.
  ...(value === undefined ? {} : { value, currency: value === null ? null : (currency ?? 'CNY') }),
  ...(needId === undefined ? {} : { needId }),
})

async function thank(tx: Transaction, at: GiftPlace & { giftId: string; sponsorId: string }, names: string[]) {
  const { seriesId, eventId, giftId, sponsorId } = at
  const ids = await contactsNamed(tx, { seriesId, sponsorId }, names)
  await tx.giftContact.createMany({ data: ids.map((contactId) => ({ seriesId, eventId, giftId, contactId })) })
}

async function explain(tx: Transaction, at: GiftPlace & { giftId: string }, input: GiftInput): Promise<never> {
  const row = await tx.gift.findFirst({
    where: { eventId: at.eventId, id: at.giftId, removedAt: null },
    include: { prize: true, contacts: { include: { contact: { select: { name: true } } } } },
  })
  if (!row) return refuse('form.not-found')
  throw new ChangedMeanwhile(row.version, {
    sort: sortOf(row.kind, row.prize?.kind ?? null),
    title: row.title,
    // The organiser's own fields are not told to a desk, whose form does not have them.
    ...(input.titleEn === undefined ? {} : { titleEn: row.titleEn ?? '' }),
    ...(input.note === undefined ? {} : { note: row.note }),
    ...(input.parcel === undefined ? {} : { parcel: row.parcel }),
    ...(input.value === undefined ? {} : { value: valueText(row, input.currency) }),
    ...(input.currency === undefined ? {} : { currency: row.currency ?? 'CNY' }),
    ...(input.needId === undefined ? {} : { needId: row.needId ?? '' }),
    ...(input.tellWinners === undefined ? {} : { tellWinners: row.winnersAskedAt ? 'on' : '' }),
    quantity: String(row.quantity ?? ''),
    admits: String(row.prize?.admits ?? ''),
    delivery: row.delivery,
    ...(input.way === undefined ? {} : { way: row.way }),
    thanks: namesLine(row.contacts.map(({ contact }) => contact.name)),
  })
}

// With its currency where that is another one: the desk's form has no field for it.
const valueText = ({ value, currency }: { value: number | null; currency: string | null }, told = 'CNY') =>
  value === null ? '' : [value / 100, currency === told ? '' : currency].join(' ').trim()
