import 'server-only'
import type { z } from 'zod'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { moved, type Named, readPeople, usualRole } from '../rules'
import type { newTalkSchema, talkSchema } from '../schema'
import { makeSpeaker } from './make-speaker'

type Editor = EventScope<'program.edit'>

/**
 * Puts an item at the end of the programme. People are given in one line (see `readPeople`); a name that the series knows
 * once is that speaker, an unknown one becomes a new speaker. Answers the id. Refuses `program.name-ambiguous`.
 */
export function addTalk(scope: Editor, input: z.output<typeof newTalkSchema>, once?: Repeatable) {
  const named = readPeople(input.people)
  const { kind, title, durationMinutes } = input
  return change(
    scope,
    {},
    async (tx, record) => {
      const last = await tx.talk.aggregate({ where: { ...scope.within, removedAt: null }, _max: { position: true } })
      const position = (last._max.position ?? 0) + 1
      const talk = await tx.talk.create({ data: { ...scope.within, kind, title, durationMinutes, position } })
      const speakerIds = await speakersNamed(tx, scope, named)
      await tx.talkPerson.createMany({
        data: speakerIds.map((speakerId, place) => ({
          ...scope.within,
          ...scope.withinSeries,
          talkId: talk.id,
          speakerId,
          role: usualRole(kind),
          position: place + 1,
        })),
      })
      record('talk.added', talk.id, { people: speakerIds.length })
      return { id: talk.id }
    },
    once,
  )
}

async function speakersNamed(tx: Transaction, scope: Editor, named: readonly Named[]): Promise<string[]> {
  const known = await tx.speaker.findMany({
    where: { ...scope.withinSeries, removedAt: null, name: { in: named.map(({ name }) => name) } },
    select: { id: true, name: true },
  })
  const ids: string[] = []
  for (const person of named) {
    const [match, another] = known.filter(({ name }) => name === person.name)
    if (another) refuse('program.name-ambiguous', { field: 'people', values: { name: person.name } })
    ids.push(match?.id ?? (await makeSpeaker(tx, scope, person)))
  }
  return ids
}

/** Changes an item. Refuses `form.not-found`; throws ChangedMeanwhile when somebody else changed it first. */
export function editTalk(scope: Editor, input: z.output<typeof talkSchema>) {
  const { id, version, ...data } = input
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.talk.updateMany({
      where: { ...scope.within, id, version, removedAt: null },
      data: { ...data, version: { increment: 1 } },
    })
    if (count === 0) await tellWhatChanged(tx, scope, id)
    record('talk.edited', id)
    return { id }
  })
}

async function tellWhatChanged(tx: Transaction, scope: Editor, id: string): Promise<never> {
  const row = await tx.talk.findFirst({ where: { ...scope.within, id, removedAt: null } })
  if (!row) return refuse('form.not-found')
  throw new ChangedMeanwhile(row.version, {
    kind: row.kind,
    title: row.title,
    titleEn: row.titleEn ?? '',
    durationMinutes: String(row.durationMinutes),
    summary: row.summary,
    summaryEn: row.summaryEn ?? '',
  })
}

/** Moves an item to place `to`, counted from 1; all times follow. Refuses `form.not-found`. */
export function moveTalk(scope: Editor, input: { id: string; to: number }) {
  return change(scope, {}, async (tx, record) => {
    const order = await orderOf(tx, scope)
    if (!order.includes(input.id)) refuse('form.not-found')
    await writeOrder(tx, scope, moved(order, input.id, input.to))
    record('talk.moved', input.id, { to: input.to })
    return { id: input.id }
  })
}

/** Takes an item off the programme; its people stay with it, so that it can be restored. Refuses `form.not-found`. */
export function removeTalk(scope: Editor, id: string) {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.talk.updateMany({
      where: { ...scope.within, id, removedAt: null },
      data: { removedAt: new Date(), version: { increment: 1 } },
    })
    if (count === 0) refuse('form.not-found')
    record('talk.removed', id)
    return { id }
  })
}

/** Puts a removed item back where it stood. Refuses `form.not-found` when there is no such removed item. */
export function restoreTalk(scope: Editor, id: string) {
  return change(scope, {}, async (tx, record) => {
    const talk = await tx.talk.findFirst({
      where: { ...scope.within, id, removedAt: { not: null } },
      select: { position: true },
    })
    if (!talk) return refuse('form.not-found')
    const before = await tx.talk.count({
      where: { ...scope.within, removedAt: null, position: { lt: talk.position } },
    })
    const order = await orderOf(tx, scope)
    await tx.talk.update({ where: scope.key(id), data: { removedAt: null, version: { increment: 1 } } })
    await writeOrder(tx, scope, moved([...order, id], id, before + 1))
    record('talk.restored', id)
    return { id }
  })
}

async function orderOf(tx: Transaction, scope: Editor): Promise<string[]> {
  const rows = await tx.talk.findMany({
    where: { ...scope.within, removedAt: null },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

// One statement; two items share a place only within it, and talks_one_in_place is looked at when the transaction ends.
async function writeOrder(tx: Transaction, scope: Editor, order: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE talks SET position = place.number
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS place (id, number)
    WHERE talks.event_id = ${scope.eventId}::uuid AND talks.id = place.id AND talks.position <> place.number`
}
