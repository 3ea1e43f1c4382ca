import 'server-only'
import { config } from '@/lib/config'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { linkPath, makeLink } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { contactsNamed } from '@/lib/sponsors/commands/contacts'
import { insertGift } from '@/lib/sponsors/commands/gifts'
import { sponsorNamed } from '@/lib/sponsors/commands/sponsors'
import { askText } from '@/lib/sponsors/rules/ask-text'
import { sortOf } from '@/lib/sponsors/rules/ledger'
import type { AskInput } from '@/lib/sponsors/schema/needs'
import { refuse } from '@/lib/values/refusal'
import { wallTimeOf } from '@/lib/values/time'
import { settlePrize } from './settle'

type Scope = EventScope<'sponsors.edit'>
/** An ask that was written down: what to send, and what now stands in the ledger. */
export type Asked = { giftId: string; text: string; sponsor: string }

const promises = {
  sponsors_name_free: () => refuse('sponsors.name-taken', { field: 'sponsorName' }),
  gifts_giver_on_list: () => refuse('sponsors.giver-gone', { field: 'sponsorName' }),
  asks_nobody_twice: () => refuse('needs.asked-meanwhile'),
}

/**
 * Asks a sponsor for a need: what is asked for stands at their desk, filled in, and the message to send carries a fresh
 * link there. Refuses `needs.gone`, and `needs.asked-already` with who and when, unless `again` says "all the same".
 */
export function askFor(scope: Scope, input: AskInput): Promise<Asked> {
  return change(scope, promises, async (tx, record) => {
    const need = await tx.need.findUnique({ where: scope.key(input.need) })
    if (!need || need.removedAt) return refuse('needs.gone')
    const sponsor = await sponsorNamed(tx, scope.seriesId, input.sponsorName)
    if (sponsor.added) record('sponsor.added', sponsor.id)
    if (!input.again) await refuseIfAsked(tx, scope, { sponsorId: sponsor.id, needId: need.id })
    const contact = await contactFor(tx, scope, sponsor.id, input)
    const giftId = await giftFor(tx, scope, { need, sponsorId: sponsor.id, thanks: contact.name })
    const ask = await tx.ask.create({
      data: {
        ...scope.within,
        ...scope.withinSeries,
        needId: need.id,
        giftId,
        sponsorId: sponsor.id,
        contactId: contact.id,
        askedById: scope.actorId,
        again: input.again,
      },
      select: { id: true },
    })
    record('need.asked', need.id, { sponsorId: sponsor.id, ask: ask.id })
    const at = { seriesId: scope.seriesId, eventId: scope.eventId, subjectId: contact.id }
    const link = config().SITE_URL + linkPath('desk', await makeLink(tx, 'desk', at))
    return {
      giftId,
      sponsor: input.sponsorName,
      text: await textOf(tx, scope, { need, contact: contact.name, link, input }),
    }
  })
}

/** Notes that nobody answered. Refuses `form.not-found`, also for an ask that was answered meanwhile. */
export function markSilent(scope: Scope, id: string) {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.ask.updateMany({
      where: { ...scope.within, id, answer: null },
      data: { answer: 'silent', answeredAt: new Date() },
    })
    if (count === 0) refuse('form.not-found')
    record('ask.silent', id)
  })
}

/** A step: notes in the asks that a gift's sponsor was asked just now, or (back to a plan) was not asked after all. */
export async function noteAsk(tx: Transaction, scope: Scope, { id, to }: { id: string; to: string }): Promise<void> {
  if (to === 'draft') await tx.ask.deleteMany({ where: { ...scope.within, giftId: id, answer: null } })
  if (to !== 'asked' || (await tx.ask.count({ where: { ...scope.within, giftId: id } })) > 0) return
  const { needId, sponsorId } = await tx.gift.findUniqueOrThrow({
    where: scope.key(id),
    select: { needId: true, sponsorId: true },
  })
  const again = (await tx.ask.count({ where: { ...scope.within, needId, sponsorId, answer: null } })) > 0
  await tx.ask.create({
    data: { ...scope.within, ...scope.withinSeries, giftId: id, needId, sponsorId, askedById: scope.actorId, again },
  })
}

async function refuseIfAsked(
  tx: Transaction,
  scope: Scope,
  { sponsorId, needId }: { sponsorId: string; needId: string },
) {
  const earlier = await tx.ask.findFirst({
    where: { ...scope.within, sponsorId, gift: { removedAt: null }, OR: [{ needId }, { answer: null }] },
    orderBy: { askedAt: 'desc' },
    select: {
      askedAt: true,
      askedBy: { select: { name: true } },
      gift: { select: { title: true } },
      sponsor: { select: { name: true } },
    },
  })
  if (!earlier) return
  refuse('needs.asked-already', {
    field: 'again',
    values: {
      sponsor: earlier.sponsor.name,
      by: earlier.askedBy?.name ?? '—',
      on: wallTimeOf(earlier.askedAt, scope.timeZone).slice(0, 10),
      what: earlier.gift.title,
    },
  })
}

async function contactFor(tx: Transaction, scope: Scope, sponsorId: string, input: AskInput) {
  const at = { seriesId: scope.seriesId, sponsorId }
  const known = await tx.sponsorContact.findFirst({
    where: { ...at, removedAt: null, ...(input.contactName ? { name: input.contactName } : {}) },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
  if (known) return known
  const name = input.contactName || input.sponsorName.slice(0, 60)
  const [id = ''] = await contactsNamed(tx, at, [name])
  return { id, name }
}

type NeedRow = NonNullable<Awaited<ReturnType<Transaction['need']['findUnique']>>>

/** What was planned to be asked of them anyway, or a new gift that says what the need says. */
async function giftFor(tx: Transaction, scope: Scope, about: { need: NeedRow; sponsorId: string; thanks: string }) {
  const { need, sponsorId, thanks } = about
  const planned = await tx.gift.findFirst({
    where: {
      ...scope.within,
      sponsorId,
      removedAt: null,
      status: { in: ['draft', 'asked'] },
      OR: [{ needId: need.id }, { needId: null, title: need.title }],
    },
    select: { id: true, status: true },
  })
  if (planned) {
    await tx.gift.update({
      where: scope.key(planned.id),
      data: { needId: need.id, ...(planned.status === 'draft' ? { status: 'asked', statusAt: new Date() } : {}) },
    })
    return planned.id
  }
  const { title, titleEn, quantity } = need
  const input = {
    sort: sortOf(need.kind, need.prizeKind),
    title,
    titleEn,
    quantity,
    admits: null,
    delivery: '',
    thanks,
  }
  const at = { seriesId: scope.seriesId, eventId: scope.eventId, sponsorId }
  const id = await insertGift(tx, at, { ...input, needId: need.id }, 'asked')
  await settlePrize(tx, scope.eventId, id, input)
  return id
}

async function textOf(
  tx: Transaction,
  scope: Scope,
  { need, contact, link, input }: { need: NeedRow; contact: string; link: string; input: AskInput },
) {
  const event = await tx.event.findUniqueOrThrow({
    where: { id: scope.eventId },
    include: { series: { select: { name: true, nameEn: true, organizerName: true } } },
  })
  return askText({ event, need, contact, link }, input.language)
}
