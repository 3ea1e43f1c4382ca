import 'server-only'
import { database } from '@/lib/database/client'
import { listen } from '@/lib/database/listen'
import type { SystemJob } from '@/lib/people/scope'
import { hexOf } from '../rules/bytes'
import { holders } from '../rules/verify/state'
import { numbersOf, readCourse, sessionFields } from './course'

/** What there can be news of: the draw, its rehearsal, who is in, what else the big screen shows. */
export const topics = ['draw', 'rehearsal', 'checkin', 'stage'] as const
export type Topic = (typeof topics)[number]
export type News = { eventId: string; topic: Topic; mark: number }

const isTopic = (word: string | undefined): word is Topic => topics.includes(word as Topic)

/**
 * Hears of everything new, of all events, within milliseconds of its commit. `hearing` tells when the line to the
 * database is lost and when it is back. Answers how to stop.
 */
export function hearNews(_job: SystemJob, ears: { news: (news: News) => void; hearing: (now: boolean) => void }) {
  return listen('live', {
    hearing: ears.hearing,
    heard: (text) => {
      const [eventId = '', topic, mark] = text.split(' ')
      if (isTopic(topic)) ears.news({ eventId, topic, mark: Number(mark) })
    },
  })
}

/** How much news there has been of these events, by topic: numbers that only grow. */
export async function listMarks(_job: SystemJob, eventIds: readonly string[]): Promise<News[]> {
  const rows = await database().liveMark.findMany({ where: { eventId: { in: [...eventIds] } } })
  return rows.flatMap(({ eventId, topic, mark }) => (isTopic(topic) ? [{ eventId, topic, mark: Number(mark) }] : []))
}

/** How somebody who was drawn stands; `none`: no longer at all. */
export type Stand = 'called' | 'claimed' | 'absent' | 'none'
/** How one registration stands in all results, to compare, and in the last of them. */
export type Drawn = { all: string; last: Stand }

/** How everybody who was drawn stands in the newest real session of prizes of an event, by registration. */
export async function listDrawn(_job: SystemJob, eventId: string): Promise<Map<string, Drawn>> {
  const session = await database().drawSession.findFirst({
    where: { eventId, kind: 'prizes', rehearsal: false, lockedAt: { not: null } },
    orderBy: { id: 'desc' },
    select: sessionFields,
  })
  if (!session) return new Map()
  const course = await readCourse(database(), eventId, session)
  const stands = new Map<string, Drawn>()
  for (const [result, drawn] of course.results) {
    for (const entry of [...holders(drawn), ...drawn.absent]) {
      const stand: Stand = drawn.claims.has(entry) ? 'claimed' : drawn.absent.has(entry) ? 'absent' : 'called'
      stands.set(entry, { all: `${stands.get(entry)?.all ?? ''} ${stand} ${result}`, last: stand })
    }
  }
  if (stands.size === 0) return new Map()
  const rows = await database().drawEntry.findMany({
    where: { eventId, sessionId: session.id, n: { in: numbersOf(course, [...stands.keys()]) } },
    select: { entryId: true, registrationId: true },
  })
  return new Map(
    rows.flatMap(({ entryId, registrationId }) => {
      const stand = stands.get(hexOf(entryId))
      return stand && registrationId ? [[registrationId, stand]] : []
    }),
  )
}
