import 'server-only'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { putInOutbox } from '@/lib/mail/outbox'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { type Locale, words } from '@/lib/words/load'
import { owedAt } from '../queries/owed'
import { type Owed, type OwedStop, thanksText } from '../rules/owed'
import type { SendThanks, Whom, WriteThanks } from '../schema/thanks'

type Scope = EventScope<'recap.edit'>

/** Keeps words of one's own for somebody. Refuses `form.not-found`; raises ChangedMeanwhile when somebody was faster. */
export function writeThanks(scope: Scope, { version, text, textEn, ...whom }: WriteThanks) {
  return change(scope, {}, async (tx, record) => {
    const { owed } = await owedTo(tx, scope, whom)
    if (owed.version !== version) {
      throw new ChangedMeanwhile(owed.version, { text: owed.text, textEn: owed.textEn ?? '' })
    }
    await keep(tx, scope, whom, { text, textEn })
    record('thanks.written', whom.id, { kind: whom.kind })
  })
}

/**
 * Notes that somebody was thanked, and by mail sends it: at most one mail a person and stop. Gifts all of whose people
 * were thanked are thanked for. Refuses `form.not-found`, `thanks.sent-already`, `thanks.no-address`, and
 * `thanks.changed` for words that whoever pressed has not read.
 */
export function sendThanks(scope: Scope, { channel, language, version, ...whom }: SendThanks) {
  return change(scope, {}, async (tx, record) => {
    const { owed, stop } = await owedTo(tx, scope, whom)
    if (owed.sentAt) refuse('thanks.sent-already')
    if (version !== undefined && version !== owed.version) refuse('thanks.changed')
    if (channel === 'mail') await mail(tx, scope, { owed, stop, language })
    const sentAt = new Date()
    await keep(tx, scope, whom, { channel, sentAt })
    await thankForGifts(tx, scope.eventId, sentAt)
    record('thanks.sent', whom.id, { kind: whom.kind, channel })
    return owed.name
  })
}

/**
 * It was not sent after all. A mail that left stays known, so that nobody gets it twice; one that did not leave, or
 * could not, is withdrawn, so that another can be sent in its place. Gifts thanked for by it, or since, are not.
 */
export function unsendThanks(scope: Scope, whom: Whom) {
  return change(scope, {}, async (tx, record) => {
    const { owed } = await owedTo(tx, scope, whom)
    if (!owed.sentAt) refuse('form.not-found')
    await keep(tx, scope, whom, { channel: null, sentAt: null })
    await unthankForGifts(tx, scope.eventId, whom, owed.sentAt)
    await tx.$executeRaw`
      UPDATE messages SET status = 'withdrawn', last_error = 'undone', dedupe_key = dedupe_key || ':' || id
      WHERE kind = 'thanks' AND dedupe_key = ${mailKey(scope, whom)} AND status IN ('waiting', 'failed')`
    record('thanks.unsent', whom.id, { kind: whom.kind })
  })
}

async function owedTo(tx: Transaction, scope: Scope, { kind, id }: Whom): Promise<{ owed: Owed; stop: OwedStop }> {
  const { stop, owed } = await owedAt(tx, scope)
  const one = owed.find((other) => other.kind === kind && other.id === id)
  return { stop, owed: one ?? refuse('form.not-found') }
}

const columns = { contact: 'contactId', sponsor: 'sponsorId', speaker: 'speakerId', volunteer: 'volunteerId' } as const
type Kept = { text?: string; textEn?: string | null; channel?: Owed['channel']; sentAt?: Date | null }

async function keep(tx: Transaction, scope: Scope, { kind, id }: Whom, data: Kept) {
  const whom = { [columns[kind]]: id }
  const { count } = await tx.thanks.updateMany({
    where: { ...scope.within, ...whom },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) await tx.thanks.create({ data: { ...scope.within, ...scope.withinSeries, ...whom, ...data } })
}

/** One mail a person and stop. */
const mailKey = ({ eventId }: Scope, { kind, id }: Whom): string => `${eventId}:${kind}:${id}`

async function mail(
  tx: Transaction,
  scope: Scope,
  { owed, stop, language }: { owed: Owed; stop: OwedStop; language: Locale },
) {
  if (!owed.email) return refuse('thanks.no-address', { values: { name: owed.name } })
  const t = words(language, 'thanks')
  const city = inLanguage(language, stop.city, stop.cityEn)
  await putInOutbox(tx, {
    kind: 'thanks',
    dedupeKey: mailKey(scope, owed),
    locale: language,
    recipient: owed.email,
    recipientName: owed.name,
    subject: t('mail.subject', { city, series: inLanguage(language, stop.series, stop.seriesEn) }),
    text: thanksText(owed, stop, language),
    seriesId: scope.seriesId,
    eventId: scope.eventId,
  })
}

/** Gifts that are here and whose every person (or, without one, whose sponsor) was thanked. */
async function thankForGifts(tx: Transaction, eventId: string, at: Date) {
  await tx.$executeRaw`
    UPDATE gifts g SET status = 'thanked', status_at = ${at}
    WHERE g.event_id = ${eventId}::uuid AND g.status = 'received' AND g.removed_at IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM gift_contacts gc LEFT JOIN thanks t ON t.event_id = gc.event_id AND t.contact_id = gc.contact_id
        WHERE gc.event_id = g.event_id AND gc.gift_id = g.id AND t.sent_at IS NULL)
      AND (EXISTS (SELECT 1 FROM gift_contacts gc WHERE gc.event_id = g.event_id AND gc.gift_id = g.id)
        OR EXISTS (SELECT 1 FROM thanks t WHERE t.event_id = g.event_id AND t.sponsor_id = g.sponsor_id
          AND t.sent_at IS NOT NULL))`
}

/** Gifts of somebody who was not thanked after all; what was marked as thanked for before stays so. */
async function unthankForGifts(tx: Transaction, eventId: string, { kind, id }: Whom, since: Date) {
  const theirs = {
    contact: { contacts: { some: { contactId: id } } },
    sponsor: { sponsorId: id, contacts: { none: {} } },
  }
  if (kind !== 'contact' && kind !== 'sponsor') return
  await tx.gift.updateMany({
    where: { eventId, status: 'thanked', statusAt: { gte: since }, removedAt: null, ...theirs[kind] },
    data: { status: 'received', statusAt: new Date() },
  })
}
