import 'server-only'
import { change } from '@/lib/database/change'
import type { EventScope } from '@/lib/people/scope'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { owedAt } from '../queries/owed'
import { findRecap, hasBegunAt } from '../queries/recap'
import { composeRecap } from '../rules/compose'
import { recapMarkdown } from '../rules/markdown'
import { unsentOf } from '../rules/owed'
import { leftUnthanked } from '../rules/unthanked'
import type { RecapInput, TalkNoteInput } from '../schema/recap'

type Scope = EventScope<'recap.edit'>

/** Keeps what was written over the generated sentences; version 0 is the first time. Raises ChangedMeanwhile. */
export function saveRecap(scope: Scope, { version, ...fields }: RecapInput) {
  return change(scope, {}, async (tx, record) => {
    const row = await tx.recap.findUnique({ where: { eventId: scope.eventId } })
    if ((row?.version ?? 0) !== version) throw new ChangedMeanwhile(row?.version ?? 0, shown(row, fields))
    await tx.recap.upsert({
      where: { eventId: scope.eventId },
      create: { eventId: scope.eventId, ...fields },
      update: { ...fields, version: { increment: 1 } },
    })
    record('recap.changed', null, { fields: Object.keys(fields) })
  })
}

/** Keeps what was said in one talk; version 0 is the first time. Refuses `form.not-found`; raises ChangedMeanwhile. */
export function saveTalkNote(scope: Scope, { talkId, version, highlightKind, ...texts }: TalkNoteInput) {
  return change(scope, {}, async (tx, record) => {
    const talk = await tx.talk.findUnique({ where: scope.key(talkId), select: { removedAt: true, note: true } })
    if (!talk || talk.removedAt) return refuse('form.not-found')
    const fields = { ...texts, highlightKind: highlightKind === 'none' ? null : highlightKind }
    if ((talk.note?.version ?? 0) !== version) {
      const current = { ...shown(talk.note, texts), highlightKind: talk.note?.highlightKind ?? 'none' }
      throw new ChangedMeanwhile(talk.note?.version ?? 0, current)
    }
    await tx.talkNote.upsert({
      where: { key: { eventId: scope.eventId, talkId } },
      create: { eventId: scope.eventId, talkId, ...fields },
      update: { ...fields, version: { increment: 1 } },
    })
    record('talk-note.changed', talkId, { fields: Object.keys(fields) })
  })
}

/**
 * Shows the recap to everybody from now on. Refuses `recap.stop-not-published`, `recap.not-begun` (nobody is thanked
 * for coming to what is still to come), `recap.published-already`.
 */
export function publishRecap(scope: Scope) {
  return change(scope, {}, async (tx, record) => {
    const stop = await tx.event.findUniqueOrThrow({ where: { id: scope.eventId }, select: { publishedAt: true } })
    if (!stop.publishedAt) refuse('recap.stop-not-published')
    if (!(await hasBegunAt(tx, scope))) refuse('recap.not-begun')
    await tx.recap.createMany({ data: [{ eventId: scope.eventId }], skipDuplicates: true })
    const { count } = await tx.recap.updateMany({
      where: { ...scope.within, publishedAt: null },
      data: { publishedAt: new Date() },
    })
    if (count === 0) refuse('recap.published-already')
    record('recap.published', null)
  })
}

/** Takes it back. Refuses `recap.not-published`. */
export function unpublishRecap(scope: Scope) {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.recap.updateMany({
      where: { ...scope.within, publishedAt: { not: null } },
      data: { publishedAt: null },
    })
    if (count === 0) refuse('recap.not-published')
    record('recap.unpublished', null)
  })
}

/**
 * Calls the recap complete. Refuses `recap.not-begun`, and `recap.someone-missing`, with how much is open, while anybody
 * is left unthanked.
 */
export function completeRecap(scope: Scope) {
  return change(scope, {}, async (tx, record) => {
    if (!(await hasBegunAt(tx, scope))) refuse('recap.not-begun')
    const data = await findRecap(scope)
    const { owed } = await owedAt(tx, scope)
    const unsent = unsentOf(owed).map(({ name }) => name)
    const count = leftUnthanked(data, 'zh', recapMarkdown(composeRecap(data, 'zh'), 'zh'), unsent).length
    if (count > 0) refuse('recap.someone-missing', { values: { count } })
    await tx.recap.createMany({ data: [{ eventId: scope.eventId }], skipDuplicates: true })
    await tx.recap.update({ where: { eventId: scope.eventId }, data: { completedAt: new Date() } })
    record('recap.completed', null)
  })
}

/** Somebody turned up whom it forgot: it is not complete after all. */
export function reopenRecap(scope: Scope) {
  return change(scope, {}, async (tx, record) => {
    await tx.recap.updateMany({ where: { ...scope.within }, data: { completedAt: null } })
    record('recap.reopened', null)
  })
}

/** What stands there now, by the form's own field names. */
function shown(row: Record<string, unknown> | null, fields: object): Record<string, string> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, String(row?.[name] ?? '')]))
}
