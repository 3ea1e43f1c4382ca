import 'server-only'
import { change, type Recorder, type Repeatable } from '@/lib/database/change'
import { database, type Transaction } from '@/lib/database/client'
import type { Mailing } from '@/lib/database/generated/client'
import { every } from '@/lib/jobs/every'
import { putAllInOutbox, putInOutbox } from '@/lib/mail/outbox'
import { type EventScope, type SystemJob, systemJob } from '@/lib/people/scope'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { instantOf } from '@/lib/values/time'
import { newUuid } from '@/lib/values/uuid'
import { listReaders, mailingWords } from '../queries/mailings'
import { rankOf } from '../rules'
import type { MailingInput } from '../schema'

type Sender = EventScope<'messages.send'>
const promises = { mailings_never_rewritten: () => refuse('messages.mailing-left') }

/** Keeps a letter to a group as a draft: nobody gets it before somebody looked at it and pressed "send". */
export const writeMailing = (scope: Sender, input: MailingInput, once?: Repeatable): Promise<{ id: string }> =>
  change(
    scope,
    {},
    async (tx, record) => {
      const data = { ...input, eventId: scope.eventId, id: newUuid(), writtenById: scope.actorId }
      const { id } = await tx.mailing.create({ data, select: { id: true } })
      record('mailing.written', id, { audience: input.audience })
      return { id }
    },
    once,
  )

/** Rewrites a letter that has not left. Refuses `messages.mailing-left`, and a version that is not the latest. */
export const editMailing = (scope: Sender, { id, version, ...input }: MailingInput & { id: string; version: number }) =>
  change(scope, promises, async (tx, record) => {
    const before = await mailingOf(tx, scope, id)
    if (before.version !== version) {
      throw new ChangedMeanwhile(before.version, {
        audience: before.audience,
        subject: before.subject,
        subjectEn: before.subjectEn ?? '',
        text: before.text,
        textEn: before.textEn ?? '',
      })
    }
    await tx.mailing.update({ where: scope.key(id), data: { ...input, version: { increment: 1 } } })
    record('mailing.edited', id)
    return { id }
  })

/** Sends the letter to its writer alone, as its readers would get it. Refuses those without an address. */
export const testMailing = (scope: Sender, id: string, locale: string) =>
  change(scope, {}, async (tx, record) => {
    const mailing = await mailingOf(tx, scope, id)
    const person = await tx.person.findUniqueOrThrow({
      where: { id: scope.actorId },
      select: { email: true, name: true },
    })
    if (!person.email) refuse('messages.no-own-address')
    const reader = { name: person.name, contact: person.email, locale }
    await putInOutbox(tx, {
      ...(await mailingWords(tx, mailing))(reader),
      kind: 'mailing-test',
      rank: 'access',
      dedupeKey: newUuid(),
      locale,
      recipient: person.email,
      recipientName: person.name,
      seriesId: scope.seriesId,
      eventId: scope.eventId,
    })
    record('mailing.tested', id)
  })

type Send = { id: string; at: string | null; version?: number | undefined }

/**
 * Lets a letter go: now, or at a time (on the clocks of the event's zone). Answers how many it goes to; 0 when it waits
 * for its time. Refuses a time that is over, one that left already, a group in which there is nobody, and words that
 * whoever pressed has not read: somebody wrote them since.
 */
export const sendMailing = (scope: Sender, { id, at, version }: Send) =>
  change(scope, promises, async (tx, record) => {
    const mailing = await mailingOf(tx, scope, id)
    if (mailing.releasedAt) refuse('messages.mailing-left')
    if (version !== undefined && version !== mailing.version) refuse('messages.mailing-changed')
    if (!at) return release(tx, record, { ...scope.within, seriesId: scope.seriesId }, mailing)
    const sendAt = instantOf(at, scope.timeZone)
    const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
    if (row && sendAt <= row.now) refuse('messages.time-is-over', { field: 'at' })
    await tx.mailing.update({ where: scope.key(id), data: { sendAt, version: { increment: 1 } } })
    record('mailing.scheduled', id)
    return 0
  })

/** Takes a letter back as far as it can be: off its schedule, and what has not left stays here. Answers how many. */
export const holdMailing = (scope: Sender, id: string) =>
  change(scope, {}, async (tx, record) => {
    const mailing = await mailingOf(tx, scope, id)
    if (!mailing.releasedAt) {
      if (!mailing.sendAt) refuse('messages.mailing-not-sent')
      await tx.mailing.update({ where: scope.key(id), data: { sendAt: null, version: { increment: 1 } } })
    }
    const { count } = await tx.message.updateMany({
      where: { ...scope.within, mailingId: id, status: 'waiting' },
      data: { status: 'withdrawn', lastError: 'undone' },
    })
    record('mailing.held', id, { count })
    return count
  })

/** Lets every letter go whose time has come; answers how many letters. */
export async function releaseDueMailings(_job: SystemJob): Promise<number> {
  const due = await database().$queryRaw<{ id: string; eventId: string; seriesId: string }[]>`
    SELECT m.id, m.event_id AS "eventId", e.series_id AS "seriesId"
    FROM mailings m JOIN events e ON e.id = m.event_id
    WHERE m.released_at IS NULL AND m.send_at <= clock_timestamp() AND e.removed_at IS NULL LIMIT 20`
  const releases = due.map(({ id, ...within }) => {
    return () =>
      change(systemJob(within), {}, async (tx, record) => {
        const mailing = await tx.mailing.findUniqueOrThrow({ where: { key: { eventId: within.eventId, id } } })
        // Another node, or somebody who took it off the schedule, was first.
        if (mailing.releasedAt || !mailing.sendAt) return record('mailing.held', id, { count: 0 })
        await release(tx, record, within, mailing, { evenToNobody: true })
      })
  })
  await every(releases)
  return due.length
}

async function mailingOf(tx: Transaction, scope: Sender, id: string): Promise<Mailing> {
  return (await tx.mailing.findUnique({ where: scope.key(id) })) ?? refuse('form.not-found')
}

type Within = { seriesId: string; eventId: string }
const atOnce = 1_000

async function release(
  tx: Transaction,
  record: Recorder,
  within: Within,
  mailing: Mailing,
  { evenToNobody = false } = {},
): Promise<number> {
  const { readers } = await listReaders(tx, within.eventId, mailing.audience)
  if (readers.length === 0 && !evenToNobody) refuse('messages.nobody-there')
  const wordsFor = await mailingWords(tx, mailing)
  const letters = readers.map((reader) => ({
    ...wordsFor(reader),
    kind: 'mailing',
    rank: rankOf(mailing.audience),
    dedupeKey: `${mailing.id}:${reader.id}`,
    locale: reader.locale,
    recipient: reader.contact,
    recipientName: reader.name,
    ...within,
    mailingId: mailing.id,
    ...(reader.registrationId ? { registrationId: reader.registrationId } : {}),
  }))
  for (let n = 0; n < letters.length; n += atOnce) await putAllInOutbox(tx, letters.slice(n, n + atOnce))
  await tx.$executeRaw`
    UPDATE mailings SET released_at = clock_timestamp(), version = version + 1
    WHERE event_id = ${within.eventId}::uuid AND id = ${mailing.id}::uuid`
  record('mailing.sent', mailing.id, { audience: mailing.audience, count: letters.length })
  return letters.length
}
