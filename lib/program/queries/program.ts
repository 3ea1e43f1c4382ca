import 'server-only'
import { database } from '@/lib/database/client'
import { pictureColumns } from '@/lib/media/uploads/keep'
import type { EventScope, ShownEvent } from '@/lib/people/scope'
import { answerOf, minutesOver, timetable } from '../rules'

const liveTalks = { where: { removedAt: null }, orderBy: { position: 'asc' } } as const
const inOrder = { orderBy: { position: 'asc' } } as const
const talkColumns = {
  id: true,
  kind: true,
  title: true,
  titleEn: true,
  summary: true,
  summaryEn: true,
  durationMinutes: true,
} as const
const printedColumns = {
  id: true,
  name: true,
  organisation: true,
  organisationEn: true,
  position: true,
  positionEn: true,
} as const

const publicColumns = {
  ...printedColumns,
  bio: true,
  bioEn: true,
  link: true,
  photo: { select: pictureColumns },
} as const

/** The programme as the organiser edits it: items with their times, people and what they answered; by how much it runs over. */
export async function findProgram(scope: EventScope<'program.edit'>) {
  const event = await database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: {
      startsAt: true,
      endsAt: true,
      talks: {
        ...liveTalks,
        select: {
          ...talkColumns,
          version: true,
          people: {
            ...inOrder,
            select: {
              role: true,
              position: true,
              confirmedAt: true,
              declinedAt: true,
              speaker: { select: printedColumns },
            },
          },
        },
      },
    },
  })
  const talks = event.talks.map(({ people, ...talk }) => ({
    ...talk,
    people: people.map((place) => ({ ...place, answer: answerOf(place) })),
  }))
  const timed = timetable(event.startsAt, talks)
  return { startsAt: event.startsAt, endsAt: event.endsAt, talks: timed, over: minutesOver(event.endsAt, timed) }
}

/**
 * The programme as anybody may see it, in order; instants as ISO text, so that it can be cached. People who declined are
 * left out; nobody's contact is in it.
 */
export async function publicProgram(event: ShownEvent) {
  const found = await database().event.findUniqueOrThrow({
    where: { id: event.eventId },
    select: {
      startsAt: true,
      talks: {
        ...liveTalks,
        select: {
          ...talkColumns,
          people: {
            where: { declinedAt: null },
            ...inOrder,
            select: { role: true, speaker: { select: publicColumns } },
          },
        },
      },
    },
  })
  return timetable(found.startsAt, found.talks).map(({ people, startsAt, endsAt, ...talk }) => ({
    ...talk,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    people: people.map(({ role, speaker }) => ({ role, ...speaker })),
  }))
}

export type Program = Awaited<ReturnType<typeof findProgram>>
export type ProgramTalk = Program['talks'][number]
