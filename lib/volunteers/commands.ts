import 'server-only'
import type { z } from 'zod'
import { config } from '@/lib/config'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { type CrewLink, linkPath, makeLink, revokeLinks } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { moved } from '@/lib/program/rules'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { readNames } from './rules'
import type { newVolunteersSchema, volunteerSchema } from './schema'

type Editor = EventScope<'volunteers.edit'>

/** Adds one or many people to the crew, last in order, all with the same role and shift. Answers how many. */
export function addVolunteers(scope: Editor, input: z.output<typeof newVolunteersSchema>, once?: Repeatable) {
  const names = readNames(input.names)
  const { role, shift } = input
  return change(
    scope,
    {},
    async (tx, record) => {
      const last = await tx.volunteer.aggregate({ where: { ...scope.within }, _max: { position: true } })
      const from = (last._max.position ?? 0) + 1
      const made = await tx.volunteer.createManyAndReturn({
        data: names.map((name, place) => ({ ...scope.within, name, role, shift, position: from + place })),
        select: { id: true },
      })
      for (const { id } of made) record('volunteer.added', id)
      return { added: made.length, ids: made.map(({ id }) => id) }
    },
    once,
  )
}

/** Changes one of the crew. Refuses `form.not-found`; throws ChangedMeanwhile when somebody else changed it first. */
export function editVolunteer(scope: Editor, input: z.output<typeof volunteerSchema>) {
  const { id, version, ...data } = input
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.volunteer.updateMany({
      where: { ...scope.within, id, version, removedAt: null },
      data: { ...data, version: { increment: 1 } },
    })
    if (count === 0) await tellWhatChanged(tx, scope, id)
    record('volunteer.edited', id)
    return { id }
  })
}

async function tellWhatChanged(tx: Transaction, scope: Editor, id: string): Promise<never> {
  const row = await tx.volunteer.findFirst({ where: { ...scope.within, id, removedAt: null } })
  if (!row) return refuse('form.not-found')
  const { version, name, role, shift, leads, email, phone } = row
  const current = { name, role, shift, leads: leads ? 'on' : '', email: email ?? '', phone: phone ?? '' }
  throw new ChangedMeanwhile(version, current)
}

/** Moves somebody to place `to` of the crew, counted from 1; whoever leads stays first. Refuses `form.not-found`. */
export function moveVolunteer(scope: Editor, { id, to }: { id: string; to: number }) {
  return change(scope, {}, async (tx, record) => {
    const rows = await tx.volunteer.findMany({
      where: { ...scope.within, removedAt: null },
      orderBy: [{ leads: 'desc' }, { position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const order = rows.map((row) => row.id)
    if (!order.includes(id)) refuse('form.not-found')
    await tx.$executeRaw`
      UPDATE volunteers SET position = place.number
      FROM unnest(${moved(order, id, to)}::uuid[]) WITH ORDINALITY AS place (id, number)
      WHERE volunteers.event_id = ${scope.eventId}::uuid AND volunteers.id = place.id`
    record('volunteer.moved', id, { to })
    return { id }
  })
}

/** Notes that somebody will be there, said to the organiser rather than by their link. Refuses `form.not-found`. */
export const confirmVolunteer = (scope: Editor, id: string) =>
  update(scope, id, { confirmedAt: new Date(), declinedAt: null }, 'volunteer.confirmed')

/** Opens the question again, whatever the answer was. Refuses `form.not-found`. */
export const reopenVolunteer = (scope: Editor, id: string) =>
  update(scope, id, { confirmedAt: null, declinedAt: null }, 'volunteer.unconfirmed')

/** Takes somebody off the crew. Refuses `form.not-found`. */
export const removeVolunteer = (scope: Editor, id: string) =>
  update(scope, id, { removedAt: new Date() }, 'volunteer.removed')

/** Undoes `removeVolunteer`. Refuses `form.not-found` when there is no such removed volunteer. */
export const restoreVolunteer = (scope: Editor, id: string) =>
  update(scope, id, { removedAt: null }, 'volunteer.restored')

type Change = { confirmedAt?: Date | null; declinedAt?: Date | null; removedAt?: Date | null }

function update(scope: Editor, id: string, data: Change, verb: string) {
  const removedAt = data.removedAt === null ? { not: null } : null
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.volunteer.updateMany({ where: { ...scope.within, id, removedAt }, data })
    if (count === 0) refuse('form.not-found')
    record(verb, id)
    return { id }
  })
}

/** Makes a secret link to the volunteer's page and answers its full address, which is kept nowhere. Refuses `form.not-found`. */
export function makeCrewLink(scope: Editor, id: string) {
  return change(scope, {}, async (tx, record) => {
    const known = await tx.volunteer.count({ where: { ...scope.within, id, removedAt: null } })
    if (known === 0) refuse('form.not-found')
    const { seriesId, eventId } = scope
    const secret = await makeLink(tx, 'crew', { seriesId, eventId, subjectId: id })
    record('volunteer.link-made', id)
    return { url: config().SITE_URL + linkPath('crew', secret) }
  })
}

/** Ends every link of the volunteer. Refuses `volunteers.no-link` when none is live. */
export function revokeCrewLinks(scope: Editor, id: string) {
  return change(scope, {}, async (tx, record) => {
    const count = await revokeLinks(tx, 'crew', { eventId: scope.eventId, subjectId: id })
    if (count === 0) refuse('volunteers.no-link')
    record('volunteer.links-revoked', id, { count })
    return { count }
  })
}

/** The volunteer says whether they will be there. Refuses `form.not-found` when they were removed. */
export function answerAsVolunteer(holder: CrewLink, answer: 'yes' | 'no') {
  return change(holder, {}, async (tx, record) => {
    const now = new Date()
    const { count } = await tx.volunteer.updateMany({
      where: { ...holder.within, id: holder.subjectId, removedAt: null },
      data: answer === 'yes' ? { confirmedAt: now, declinedAt: null } : { confirmedAt: null, declinedAt: now },
    })
    if (count === 0) refuse('form.not-found')
    record(answer === 'yes' ? 'volunteer.confirmed-own' : 'volunteer.declined-own', holder.subjectId)
    return { answer }
  })
}
