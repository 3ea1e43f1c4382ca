import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { SponsorDesk } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { contactAt } from '@/lib/sponsors/commands/contacts'
import { type GiftPlace, insertGift, rewriteGift } from '@/lib/sponsors/commands/gifts'
import { isAwaited, sponsorNamed } from '@/lib/sponsors/commands/sponsors'
import { deskStatuses, openAtDesk } from '@/lib/sponsors/rules/ledger'
import type { AddGift, DeskEdit, EditGift, GiftInput, GiftStatus, Step } from '@/lib/sponsors/schema/gifts'
import { refuse } from '@/lib/values/refusal'
import { noteAsk } from './asks'
import { refuseFlood } from './offers'
import { takeBackCount } from './receive'
import { settleGift, settlePrize } from './settle'

/**
 * Every write to a gift that may be a prize: the gift, its prize and the prize's units change in one transaction, so
 * that there are never more units than came in.
 */
type Scope = EventScope<'sponsors.edit'>

const promises = {
  sponsors_name_free: () => refuse('sponsors.name-taken', { field: 'sponsorName' }),
  gifts_giver_on_list: () => refuse('sponsors.giver-gone'),
  gifts_step_allowed: () => refuse('sponsors.no-such-step'),
  draw_prizes_prize_stays: () => refuse('prizes.in-draw', { field: 'sort' }),
  prize_codes_unit_stays: () => refuse('prizes.codes-there', { field: 'quantity' }),
  prize_codes_prize_stays: () => refuse('prizes.codes-there', { field: 'sort' }),
  gifts_frozen_by_draw: () => refuse('prizes.frozen'),
  prize_units_within_gift: () => refuse('prizes.more-than-given', { field: 'quantity' }),
  asks_nobody_twice: () => refuse('needs.asked-meanwhile'),
  gifts_event_id_need_id_fkey: () => refuse('needs.gone', { field: 'needId' }),
}

/** Enters a gift in the ledger; its sponsor and whom to thank are found by name or added. Answers the gift's id. */
export function addGift(scope: Scope, { sponsorName, status, ...input }: AddGift, once?: Repeatable) {
  return change(
    scope,
    promises,
    async (tx, record) => {
      const sponsor = await sponsorNamed(tx, scope.seriesId, sponsorName)
      if (sponsor.added) record('sponsor.added', sponsor.id)
      const at = { seriesId: scope.seriesId, eventId: scope.eventId }
      const id = await insertGift(tx, { ...at, sponsorId: sponsor.id }, input, status)
      await settlePrize(tx, at.eventId, id, input)
      await noteAsk(tx, scope, { id, to: status })
      record('gift.added', id, { sponsorId: sponsor.id, status, quantity: input.quantity })
      return id
    },
    once,
  )
}

/** Changes a gift. Refuses `prizes.units-taken`; raises ChangedMeanwhile when somebody was faster. */
export function editGift(scope: Scope, { id, version, ...input }: EditGift) {
  return change(scope, promises, async (tx, record) => {
    await rewriteGift(tx, { seriesId: scope.seriesId, eventId: scope.eventId, giftId: id, version }, input)
    await settlePrize(tx, scope.eventId, id, input)
    record('gift.changed', id, { quantity: input.quantity })
  })
}

/** Takes one step along the line or aside; answers the gift's title. Refuses `sponsors.moved-already` when it left `from`. */
export function stepGift(scope: Scope, step: Step) {
  return change(scope, promises, async (tx, record) => {
    await takeStep(tx, scope.eventId, step)
    await noteAsk(tx, scope, step)
    if (step.from === 'received' && step.to === 'pledged') await takeBackCount(tx, scope.eventId, step.id)
    record('gift.stepped', step.id, { from: step.from, to: step.to })
    return titleOf(tx, scope, step.id)
  })
}

/** Takes a gift out of the ledger; answers its title. Refuses `prizes.units-won` while a unit of it belongs to somebody. */
export function removeGift(scope: Scope, id: string) {
  return change(scope, promises, async (tx, record) => {
    await setRemoved(tx, { ...scope.within, id, removedAt: null }, new Date())
    record('gift.removed', id)
    return titleOf(tx, scope, id)
  })
}

/** Brings a removed gift back. Refuses `sponsors.giver-gone` while its giver is off the list. */
export function restoreGift(scope: Scope, id: string) {
  return change(scope, promises, async (tx, record) => {
    await setRemoved(tx, { ...scope.within, id }, null)
    record('gift.restored', id)
  })
}

/**
 * At the desk: the sponsor logs what they give; it stands as pledged at once, and as offered while its giver came from a
 * public board and waits for an organiser's word. Answers the gift's id.
 */
export function logGift(desk: SponsorDesk, input: GiftInput, once?: Repeatable) {
  return change(
    desk,
    promises,
    async (tx, record) => {
      const { sponsorId } = await contactAt(tx, desk)
      const at = placeOf(desk)
      const waits = await isAwaited(tx, { seriesId: desk.seriesId, sponsorId })
      if (waits) await refuseFlood(tx, at.eventId)
      const id = await insertGift(tx, { ...at, sponsorId }, input, waits ? 'offered' : 'pledged')
      await settlePrize(tx, at.eventId, id, input)
      record('gift.logged', id, { sponsorId, quantity: input.quantity })
      return id
    },
    once,
  )
}

/** At the desk: changes an own gift that has not arrived yet. Refuses `sponsors.gift-arrived`. */
export function editOwnGift(desk: SponsorDesk, { id, version, ...input }: DeskEdit) {
  return change(desk, promises, async (tx, record) => {
    await openGift(tx, desk, id)
    await rewriteGift(tx, { ...placeOf(desk), giftId: id, version }, input)
    await settlePrize(tx, desk.eventId, id, input)
    record('gift.changed', id, { quantity: input.quantity })
  })
}

/**
 * At the desk: says yes or no to what was asked, or takes that back. Refuses once the gift has arrived, and what whoever
 * waits for an organiser's word was never asked for.
 */
export function answerAsk(desk: SponsorDesk, step: Step) {
  return change(desk, promises, async (tx, record) => {
    const open = ['asked', 'pledged', 'declined']
    if (!open.includes(step.from) || !open.includes(step.to)) refuse('sponsors.no-such-step')
    const { sponsorId } = await ownGift(tx, desk, step.id)
    const asked = await tx.ask.count({ where: { ...desk.within, giftId: step.id } })
    if (asked === 0 && (await isAwaited(tx, { seriesId: desk.seriesId, sponsorId }))) refuse('sponsors.no-such-step')
    await takeStep(tx, desk.eventId, step)
    record('gift.stepped', step.id, { from: step.from, to: step.to })
  })
}

/** At the desk: withdraws an own gift that has not arrived yet. Refuses `sponsors.gift-arrived`. */
export function withdrawGift(desk: SponsorDesk, id: string) {
  return change(desk, promises, async (tx, record) => {
    await openGift(tx, desk, id)
    await setRemoved(tx, { ...desk.within, id, removedAt: null }, new Date())
    record('gift.withdrawn', id)
  })
}

/** At the desk: brings back what was withdrawn there; what an organiser took out stays out. */
export function restoreOwnGift(desk: SponsorDesk, id: string) {
  return change(desk, promises, async (tx, record) => {
    const { status } = await ownGift(tx, desk, id, { evenRemoved: true })
    if (!openAtDesk(status)) refuse('sponsors.gift-arrived')
    const last = await tx.activity.findFirst({
      where: { ...desk.within, subjectId: id, verb: { in: ['gift.removed', 'gift.withdrawn'] } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { verb: true },
    })
    if (last?.verb !== 'gift.withdrawn') refuse('form.not-found')
    await setRemoved(tx, { ...desk.within, id }, null)
    record('gift.restored', id)
  })
}

const titleOf = async (tx: Transaction, scope: Scope, id: string) =>
  (await tx.gift.findUniqueOrThrow({ where: scope.key(id), select: { title: true } })).title

const placeOf = ({ seriesId, eventId }: SponsorDesk): GiftPlace => ({ seriesId, eventId })

/** The gift's status and its sponsor, when it belongs to the desk's sponsor and is not a mere plan; else as if it did not exist. */
async function ownGift(tx: Transaction, desk: SponsorDesk, id: string, also: { evenRemoved?: true } = {}) {
  const { sponsorId } = await contactAt(tx, desk)
  const gift = await tx.gift.findFirst({
    where: {
      ...desk.within,
      id,
      sponsorId,
      status: { in: [...deskStatuses] },
      ...(also.evenRemoved ? {} : { removedAt: null }),
    },
    select: { status: true, sponsorId: true },
  })
  return gift ?? refuse('form.not-found')
}

async function openGift(tx: Transaction, desk: SponsorDesk, id: string) {
  if (!openAtDesk((await ownGift(tx, desk, id)).status)) refuse('sponsors.gift-arrived')
}

async function takeStep(tx: Transaction, eventId: string, { id, from, to }: Step) {
  const backOut: GiftStatus[] = ['draft', 'asked', 'declined']
  if (backOut.includes(to)) await refuseWhileWon(tx, eventId, id)
  const { count } = await tx.gift.updateMany({
    where: { eventId, id, status: from, removedAt: null },
    data: { status: to, statusAt: new Date() },
  })
  if (count === 1) return to === 'pledged' || to === 'offered' ? settleGift(tx, eventId, id) : undefined
  const there = await tx.gift.count({ where: { eventId, id, removedAt: null } })
  refuse(there ? 'sponsors.moved-already' : 'form.not-found')
}

async function setRemoved(
  tx: Transaction,
  where: { eventId: string; id: string; removedAt?: null },
  removedAt: Date | null,
) {
  if (removedAt) await refuseWhileWon(tx, where.eventId, where.id)
  const { count } = await tx.gift.updateMany({ where, data: { removedAt } })
  if (count === 0) refuse('form.not-found')
}

async function refuseWhileWon(tx: Transaction, eventId: string, prizeId: string) {
  const count = await tx.prizeUnit.count({ where: { eventId, prizeId, status: { in: ['won', 'handed_over'] } } })
  if (count > 0) refuse('prizes.units-won', { values: { count } })
}
