import 'server-only'
import { config } from '@/lib/config'
import { inBatches } from '@/lib/database/batch'
import { type Actor, change, type Recorder, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { makeLink } from '@/lib/people/holder'
import type { PublishedEvent } from '@/lib/people/scope'
import { insertGift } from '@/lib/sponsors/commands/gifts'
import { freeName } from '@/lib/sponsors/commands/sponsors'
import { sortOf } from '@/lib/sponsors/rules/ledger'
import type { OfferInput } from '@/lib/sponsors/schema/needs'
import { refuse } from '@/lib/values/refusal'
import { seal, unseal } from '@/lib/values/seal'
import { hashSecret } from '@/lib/values/secret'
import { settlePrize } from './settle'

/** What somebody who offers help gets at once: the link to their desk. */
export type NewDesk = { giftId: string; linkId: string; secret: string }
type Stored = { known: true } | { known: false; giftId: string; linkId: string; sealed: string }

/** So many offers may wait for an organiser's word at one stop; beyond it somebody floods the board. */
const mostWaiting = 300

/** A step: refuses `needs.too-many` when no more offers may wait. */
export async function refuseFlood(tx: Transaction, eventId: string): Promise<void> {
  const waiting = await tx.gift.count({ where: { eventId, status: 'offered', removedAt: null } })
  if (waiting >= mostWaiting) refuse('needs.too-many')
}

/**
 * "I can help" of a public board: what somebody offers stands in the ledger, waits for an organiser's word, and opens a
 * desk of its own at once. It never joins a sponsor that is known already: a name anybody may type must not open what
 * others gave. The same key again answers with the same desk; the same offer with another key is kept once and the
 * answer is null. Refuses `needs.closed`, `needs.gone` for a need taken off meanwhile, `needs.too-many`.
 */
export async function offerHelp(event: PublishedEvent, input: OfferInput, once: Repeatable): Promise<NewDesk | null> {
  const stored = await inLine(event.eventId, { event, input, once })
  if (stored.known) return null
  const { giftId, linkId, sealed } = stored
  return { giftId, linkId, secret: unseal(Buffer.from(sealed, 'base64'), config().AUTH_SECRET, 'offer') }
}

/** One after the other at each stop: they would wait for its row anyway, and here hold no connection meanwhile. */
const inLine = inBatches<{ event: PublishedEvent; input: OfferInput; once: Repeatable }, Stored>(
  (_eventId, offers) =>
    Promise.allSettled(
      offers.map(({ event, input, once }) =>
        change<Stored>(
          { actor: guestOf(event) },
          { sponsors_name_free: () => refuse('needs.at-once') },
          (tx, record) => keep(tx, record, event, input),
          { key: once.key, input: { event: event.eventId, sent: once.input } },
        ),
      ),
    ),
  { most: 1, waiting: () => 500, atOnce: () => 2 },
)

const guestOf = ({ seriesId, eventId }: PublishedEvent): Actor => ({ kind: 'guest', seriesId, eventId })

async function keep(tx: Transaction, record: Recorder, event: PublishedEvent, input: OfferInput): Promise<Stored> {
  const { seriesId, eventId } = event
  const need = await openNeed(tx, event, input.need)
  const known = await sameOffer(tx, event, input)
  if (known) {
    record('gift.offered-again', known)
    return { known: true }
  }
  await refuseFlood(tx, eventId)
  const { kind, contact } = input.contact
  const sponsor = await tx.sponsor.create({
    data: { seriesId, kind: 'person', name: await freeName(tx, seriesId, input.thanks), offeredAt: new Date() },
    select: { id: true },
  })
  const reach = kind === 'email' ? { email: contact } : { phone: contact }
  const { id: subjectId } = await tx.sponsorContact.create({
    data: { seriesId, sponsorId: sponsor.id, name: input.thanks, ...reach },
    select: { id: true },
  })
  const { title, quantity, delivery, thanks } = input
  const sort = need ? sortOf(need.kind, need.prizeKind) : 'service'
  const gift = { sort, title, quantity, delivery, thanks, admits: null, needId: need?.id ?? null }
  const giftId = await insertGift(tx, { seriesId, eventId, sponsorId: sponsor.id }, gift, 'offered')
  await settlePrize(tx, eventId, giftId, gift)
  const secret = await makeLink(tx, 'desk', { seriesId, eventId, subjectId })
  const link = await tx.secretLink.findUniqueOrThrow({ where: { tokenHash: hashSecret(secret) }, select: { id: true } })
  record('gift.offered', giftId, { needId: need?.id ?? null, quantity })
  const sealed = Buffer.from(seal(secret, config().AUTH_SECRET, 'offer')).toString('base64')
  return { known: false, giftId, linkId: link.id, sealed }
}

/** The need that an offer names, if any, while the board is shown and the stop lies ahead. */
async function openNeed(tx: Transaction, { eventId }: PublishedEvent, needId: string) {
  const event = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { endsAt: true, cancelledAt: true, needsBoard: true },
  })
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
  if (!event.needsBoard || event.cancelledAt || !clock || event.endsAt <= clock.now) refuse('needs.closed')
  if (needId === '') return null
  const need = await tx.need.findFirst({ where: { eventId, id: needId, removedAt: null } })
  return need ?? refuse('needs.gone', { field: 'need' })
}

async function sameOffer(tx: Transaction, { eventId }: PublishedEvent, input: OfferInput): Promise<string | null> {
  const { kind, contact } = input.contact
  const same = await tx.gift.findFirst({
    where: {
      eventId,
      status: 'offered',
      removedAt: null,
      needId: input.need || null,
      title: input.title,
      quantity: input.quantity,
      sponsor: { contacts: { some: kind === 'email' ? { email: contact } : { phone: contact } } },
    },
    select: { id: true },
  })
  return same?.id ?? null
}
