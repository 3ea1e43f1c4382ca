import { randomUUID } from 'node:crypto'
import { addPerson } from '@/lib/program/commands/stage'
import { addTalk } from '@/lib/program/commands/talks'
import { findProgram } from '@/lib/program/queries/program'
import type { StageRole, TalkKind } from '@/lib/program/schema'
import { anEvent, anOrganizerOf } from './factories'

type Editor = Awaited<ReturnType<typeof anEditor>>

/** Somebody who may edit the programme of an event of its own, or of the one given. */
export const anEditor = (event?: { id: string; seriesId: string }) => anOrganizerOf('program.edit', event)

/** Two editors of two events of one series. */
export async function editorsOfTwoEvents() {
  const here = await anEvent()
  const there = await anEvent({ seriesId: here.seriesId })
  return [await anEditor(here), await anEditor(there)] as const
}

/** An item at the end of the programme; answers its id. */
export async function aTalk(
  scope: Editor,
  given: { title?: string; kind?: TalkKind; durationMinutes?: number; people?: string } = {},
): Promise<string> {
  const input = { kind: given.kind ?? 'talk', title: given.title ?? `《${randomUUID().slice(0, 4)}》` }
  const { id } = await addTalk(scope, {
    ...input,
    durationMinutes: given.durationMinutes ?? 30,
    people: given.people ?? '',
  })
  return id
}

/** Somebody new on stage in a talk; answers the speaker's id. */
export async function someoneOnStage(
  scope: Editor,
  talk: string,
  given: { name?: string; role?: StageRole; confirmed?: boolean } = {},
): Promise<string> {
  const { name = `嘉宾${randomUUID().slice(0, 6)}`, role = 'speaker', confirmed = false } = given
  const person = { talk, role, speaker: '', name, organisation: '', position: '', confirmed }
  return (await addPerson(scope, person)).id
}

/** The titles in order. */
export const titlesOf = async (scope: Editor) => (await findProgram(scope)).talks.map(({ title }) => title)

/** The names on stage in order, of the first item. */
export const namesOf = async (scope: Editor) =>
  (await findProgram(scope)).talks[0]?.people.map(({ speaker }) => speaker.name)

/** An id that nothing has. */
export const nobody = '01890000-0000-7000-8000-00000000dead'
