import 'server-only'
import type { z } from 'zod'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { refuseChanged } from '@/lib/values/mark'
import { refuse } from '@/lib/values/refusal'
import { moved } from '../rules'
import type { newPersonSchema, placeOnStageSchema, StageRole } from '../schema'
import { makeSpeaker } from './make-speaker'

type Editor = EventScope<'program.edit'>
type OnStage = { talk: string; speaker: string }

const onceOnly = {
  talk_people_pkey: () => refuse('program.already-on-stage', { field: 'speaker' }),
  talk_people_series_id_speaker_id_fkey: () => refuse('form.not-found'),
}

/**
 * Puts somebody on stage in a talk, last in order: a speaker of the series by id, or a new one made from the other fields.
 * Refuses `program.already-on-stage`, `program.speaker-known`, `form.not-found`.
 */
export function addPerson(scope: Editor, input: z.output<typeof newPersonSchema>, once?: Repeatable) {
  const { talk, role, name, organisation, position } = input
  return change(
    scope,
    onceOnly,
    async (tx, record) => {
      await mustBeLive(tx, scope, talk)
      const speaker = input.speaker || (await makeSpeaker(tx, scope, { name, organisation, position }))
      if (input.speaker) await mustBeOfSeries(tx, scope, speaker)
      const order = await orderOf(tx, scope, talk)
      await tx.talkPerson.create({
        data: {
          ...keys(scope, talk, speaker),
          role,
          position: order.length + 1,
          confirmedAt: input.confirmed ? new Date() : null,
        },
      })
      record('talk.person-added', talk, { speaker, role })
      return { id: speaker }
    },
    once,
  )
}

/** Takes somebody off the stage of a talk; they stay a speaker of the series. Refuses `form.not-found`. */
export function removePerson(scope: Editor, { talk, speaker }: OnStage) {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.talkPerson.deleteMany({
      where: { ...scope.within, talkId: talk, speakerId: speaker },
    })
    if (count === 0) refuse('form.not-found')
    await writeOrder(tx, scope, talk, await orderOf(tx, scope, talk))
    record('talk.person-removed', talk, { speaker })
    return { id: speaker }
  })
}

/** Undoes `removePerson`: the same role, place and answer. Refuses `program.already-on-stage`, `form.not-found`. */
export function restorePerson(scope: Editor, place: z.output<typeof placeOnStageSchema>) {
  const { talk, speaker, role, position, confirmedAt } = place
  return change(scope, onceOnly, async (tx, record) => {
    await mustBeLive(tx, scope, talk)
    await mustBeOfSeries(tx, scope, speaker)
    const order = await orderOf(tx, scope, talk)
    const declinedAt = confirmedAt ? null : place.declinedAt
    await tx.talkPerson.create({ data: { ...keys(scope, talk, speaker), role, position, confirmedAt, declinedAt } })
    await writeOrder(tx, scope, talk, moved([...order, speaker], speaker, position))
    record('talk.person-restored', talk, { speaker })
    return { id: speaker }
  })
}

/** Changes as what somebody stands on stage. Refuses `form.not-found`; raises ChangedMeanwhile when somebody was faster. */
export const changeRole = (scope: Editor, input: OnStage & { role: StageRole; version?: number | undefined }) =>
  updatePlace(scope, input, { role: input.role }, 'talk.person-role-changed')

/** Notes that somebody will be there, said to the organiser rather than by their link. Refuses `form.not-found`. */
export const confirmPerson = (scope: Editor, input: OnStage) =>
  updatePlace(scope, input, { confirmedAt: new Date(), declinedAt: null }, 'talk.person-confirmed')

/** Opens the question again, whatever the answer was. Refuses `form.not-found`. */
export const reopenPerson = (scope: Editor, input: OnStage) =>
  updatePlace(scope, input, { confirmedAt: null, declinedAt: null }, 'talk.person-unconfirmed')

type PlaceData = { role?: StageRole; confirmedAt?: Date | null; declinedAt?: Date | null }

type Place = OnStage & { version?: number | undefined }

function updatePlace(scope: Editor, { talk, speaker, version }: Place, data: PlaceData, verb: string) {
  return change(scope, {}, async (tx, record) => {
    const theirs = { talkId: talk, speakerId: speaker }
    const before = await tx.talkPerson.findFirst({ where: { ...scope.within, ...theirs }, select: { role: true } })
    refuseChanged({ role: (before ?? refuse('form.not-found')).role }, version)
    await tx.talkPerson.updateMany({ where: { ...scope.within, ...theirs }, data })
    record(verb, talk, { speaker })
    return { id: speaker }
  })
}

/** Moves somebody to place `to` among the people of a talk, counted from 1. Refuses `form.not-found`. */
export function movePerson(scope: Editor, { talk, speaker, to }: OnStage & { to: number }) {
  return change(scope, {}, async (tx, record) => {
    const order = await orderOf(tx, scope, talk)
    if (!order.includes(speaker)) refuse('form.not-found')
    await writeOrder(tx, scope, talk, moved(order, speaker, to))
    record('talk.person-moved', talk, { speaker, to })
    return { id: speaker }
  })
}

const keys = (scope: Editor, talkId: string, speakerId: string) => ({
  ...scope.within,
  ...scope.withinSeries,
  talkId,
  speakerId,
})

async function mustBeLive(tx: Transaction, scope: Editor, id: string): Promise<void> {
  if ((await tx.talk.count({ where: { ...scope.within, id, removedAt: null } })) === 0) refuse('form.not-found')
}

async function mustBeOfSeries(tx: Transaction, scope: Editor, id: string): Promise<void> {
  if ((await tx.speaker.count({ where: { ...scope.withinSeries, id, removedAt: null } })) === 0)
    refuse('form.not-found')
}

async function orderOf(tx: Transaction, scope: Editor, talkId: string): Promise<string[]> {
  const rows = await tx.talkPerson.findMany({
    where: { ...scope.within, talkId },
    orderBy: { position: 'asc' },
    select: { speakerId: true },
  })
  return rows.map(({ speakerId }) => speakerId)
}

async function writeOrder(tx: Transaction, scope: Editor, talkId: string, order: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE talk_people SET position = place.number
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS place (id, number)
    WHERE talk_people.event_id = ${scope.eventId}::uuid AND talk_people.talk_id = ${talkId}::uuid
      AND talk_people.speaker_id = place.id AND talk_people.position <> place.number`
}
