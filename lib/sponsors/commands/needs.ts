import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { instantOf, shiftInstant, wallTimeOf } from '@/lib/values/time'
import { needsOfLast } from '../queries/last-needs'
import { kindsOf, movedPast, sortOf } from '../rules/ledger'
import type { Move } from '../schema/gifts'
import type { EditNeed, NeedInput } from '../schema/needs'

type Scope = EventScope<'sponsors.edit'>

/** Puts a need on the event's board; answers its id. */
export function addNeed(scope: Scope, input: NeedInput, once?: Repeatable): Promise<string> {
  return change(
    scope,
    {},
    async (tx, record) => {
      const id = await insertNeed(tx, scope, columns(scope, input))
      record('need.added', id, { quantity: input.quantity })
      return id
    },
    once,
  )
}

/** Changes a need. Refuses `form.not-found`; raises ChangedMeanwhile when somebody was faster. */
export function editNeed(scope: Scope, { id, version, ...input }: EditNeed) {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.need.updateMany({
      where: { ...scope.within, id, version, removedAt: null },
      data: { ...columns(scope, input), version: { increment: 1 } },
    })
    if (count === 0) await explain(tx, scope, id)
    record('need.changed', id, { fields: Object.keys(input) })
  })
}

/** Takes a need off the board; what was given for it stays in the ledger. */
export const removeNeed = (scope: Scope, id: string) => setRemoved(scope, id, new Date(), 'need.removed')

export const restoreNeed = (scope: Scope, id: string) => setRemoved(scope, id, null, 'need.restored')

/** Moves a need one place up or down. Refuses `form.not-found`. */
export function moveNeed(scope: Scope, { id, direction }: Move) {
  return change(scope, {}, async (tx, record) => {
    const needs = await tx.need.findMany({
      where: { ...scope.within, removedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const ids = needs.map((need) => need.id)
    if (!ids.includes(id)) refuse('form.not-found')
    for (const [index, needId] of movedPast(ids, id, direction).entries()) {
      await tx.need.update({ where: scope.key(needId), data: { position: index + 1 } })
    }
    record('need.moved', id, { direction })
  })
}

/** Shows the board to everybody, with "I can help". */
export function openBoard(scope: Scope) {
  return change(scope, {}, async (tx, record) => {
    await tx.needsBoard.createMany({ data: [scope.within], skipDuplicates: true })
    record('needs.opened', null)
  })
}

export function closeBoard(scope: Scope) {
  return change(scope, {}, async (tx, record) => {
    await tx.needsBoard.deleteMany({ where: { ...scope.within } })
    record('needs.closed', null)
  })
}

/**
 * Takes over what the last stop needed, with its dates as far from the new start as they were from the old one; what
 * stands here already by its name is left out. Answers how many came. Refuses `needs.nothing-to-take`.
 */
export function takeNeeds(scope: Scope): Promise<number> {
  return change(scope, {}, async (tx, record) => {
    const last = await needsOfLast(tx, scope)
    if (!last || last.needs.length === 0) return refuse('needs.nothing-to-take')
    const here = await tx.event.findUniqueOrThrow({
      where: { id: scope.eventId },
      select: { startsAt: true, timeZone: true },
    })
    for (const { dueAt, ...need } of last.needs) {
      await insertNeed(tx, scope, {
        ...need,
        dueAt:
          dueAt &&
          shiftInstant(
            dueAt,
            { start: last.startsAt, zone: last.timeZone },
            { start: here.startsAt, zone: here.timeZone },
          ),
      })
    }
    record('needs.taken', last.id, { count: last.needs.length })
    return last.needs.length
  })
}

type Columns = ReturnType<typeof columns>

const columns = (scope: Scope, { sort, due, ...told }: NeedInput) => ({
  ...told,
  ...kindsOf(sort),
  // To the end of that day where the event is.
  dueAt: due === null ? null : instantOf(`${due}T23:59`, scope.timeZone),
})

async function insertNeed(tx: Transaction, scope: Scope, need: Columns): Promise<string> {
  const last = await tx.need.aggregate({ where: { eventId: scope.eventId }, _max: { position: true } })
  const { id } = await tx.need.create({
    data: { ...scope.within, ...scope.withinSeries, ...need, position: (last._max.position ?? 0) + 1 },
    select: { id: true },
  })
  return id
}

function setRemoved(scope: Scope, id: string, removedAt: Date | null, verb: string) {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.need.updateMany({ where: { ...scope.within, id }, data: { removedAt } })
    if (count === 0) refuse('form.not-found')
    record(verb, id)
    return (await tx.need.findUniqueOrThrow({ where: scope.key(id), select: { title: true } })).title
  })
}

async function explain(tx: Transaction, scope: Scope, id: string): Promise<never> {
  const row = await tx.need.findFirst({ where: { ...scope.within, id, removedAt: null } })
  if (!row) return refuse('form.not-found')
  throw new ChangedMeanwhile(row.version, {
    sort: sortOf(row.kind, row.prizeKind),
    title: row.title,
    titleEn: row.titleEn ?? '',
    quantity: String(row.quantity ?? ''),
    due: row.dueAt ? wallTimeOf(row.dueAt, scope.timeZone).slice(0, 10) : '',
    note: row.note,
    noteEn: row.noteEn ?? '',
  })
}
