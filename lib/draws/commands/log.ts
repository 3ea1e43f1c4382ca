import 'server-only'
import { change, type Recorder, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { Prisma } from '@/lib/database/generated/client'
import type { TicketHolder } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { readCourse, type SessionRow, type Standing, sessionFields } from '../queries/course'
import type { Course } from '../rules/course'
import { type DrawRecord, noHash, recordHash } from '../rules/record'

export type Stage = EventScope<'stage.run'>
/** Whoever may add to a log: the host, and somebody drawn for what is their own. */
type Writer = Stage | TicketHolder
/** A record before it has its place, the hash before it and its time. */
export type Said = DrawRecord extends infer R ? (R extends DrawRecord ? Omit<R, 'i' | 'prev' | 't'> : never) : never
/** A session inside a transaction: its row, where it stands, and the way to write its next record. */
export type Open = {
  tx: Transaction
  session: SessionRow
  course: Standing
  /** Seconds since 1970 by the clock of the log: the database's, never running back. */
  now: number
  say: (record: Said) => Promise<string>
  record: Recorder
}

const promises = {
  draw_wins_one_live_per_unit: () => refuse('draws.no-unit'),
  draw_wins_one_per_person: () => refuse('draws.has-one'),
  draw_entries_frozen: () => refuse('draws.locked-already'),
  draw_records_in_line: () => refuse('draws.moved-on'),
}

/** One act on a session of the event, in one transaction behind the event's lock. Refuses `form.not-found`. */
export function act<T>(
  scope: Writer,
  sessionId: string,
  work: (open: Open) => Promise<T>,
  once?: Repeatable,
): Promise<T> {
  return change(
    scope,
    promises,
    async (tx, record) => {
      const session = await tx.drawSession.findFirst({
        where: { ...scope.within, id: sessionId },
        select: sessionFields,
      })
      if (!session) return refuse('form.not-found')
      const course = await readCourse(tx, scope.eventId, session)
      return work({ tx, session, course, record, ...(await penOf(tx, { ...scope.within, sessionId }, course.log)) })
    },
    once,
  )
}

/** A step: the way to write a session's next records, each behind the one before. */
export async function penOf(
  tx: Transaction,
  place: { eventId: string; sessionId: string },
  log: Course['log'],
): Promise<{ now: number; say: Open['say'] }> {
  const [clock] = await tx.$queryRaw<{ now: number }[]>`SELECT floor(extract(epoch FROM clock_timestamp()))::int AS now`
  let last = log.at(-1)
  const now = Math.max(clock?.now ?? 0, last ? Date.parse(last.rec.t) / 1000 : 0)
  const t = new Date(now * 1000).toISOString().replace('.000Z', 'Z')
  const say = async (said: Said) => {
    const rec = { ...said, i: last ? last.rec.i + 1 : 0, prev: last?.hash ?? noHash, t } as DrawRecord
    const hash = recordHash(rec)
    await tx.drawRecord.create({
      data: {
        ...place,
        i: rec.i,
        prev: rec.prev,
        hash,
        type: rec.type,
        record: rec as unknown as Prisma.InputJsonObject,
      },
    })
    last = { hash, rec }
    return hash
  }
  return { now, say }
}

/** Refuses `draws.moved-on` when the page that was pressed showed an older state: the press then means something else. */
export function mustBeLast(course: Course, head: string): void {
  if (course.log.at(-1)?.hash !== head) refuse('draws.moved-on')
}
