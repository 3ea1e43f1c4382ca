import 'server-only'
import { database } from '@/lib/database/client'
import type { TicketHolder } from '@/lib/people/holder'
import { readableCode } from '../rules/code'
import { type Course, holdingIn, openArmOf } from '../rules/course'
import { type Drawn, holders } from '../rules/verify/state'
import { readCourse, sessionFields } from './course'
import { findEntry } from './entry'

type Title = { draw: string; title: string; titleEn: string | null }
/** One prize of the ticket's holder: called to the stage, theirs already, or passed on. */
export type MyPrize = Title & { result: string; status: 'called' | 'claimed' | 'passed' }
/** A draw that the holder does not take part in, and why. */
type MyOut = Title & { why: 'sponsor' | 'won' | 'left' }
export type MyDraw = Awaited<ReturnType<typeof findMyDraw>>

/** How this person wants to be shown when they win. */
async function shownOf(ticket: TicketHolder) {
  const key = { eventId: ticket.eventId, registrationId: ticket.subjectId }
  return (await database().drawWish.findUnique({ where: { key } }))?.shown ?? 'masked'
}

/**
 * What the draw holds of this ticket. `in`: its number, its entry in the clear (for its holder alone), what it won and
 * what it is out of, and the hashes of the log for the phone to keep. `planned`: the list is not locked yet; `outside`:
 * it is locked without this ticket. Null while there is no draw.
 */
export async function findMyDraw(ticket: TicketHolder) {
  const session = await database().drawSession.findFirst({
    where: {
      ...ticket.within,
      kind: 'prizes',
      rehearsal: false,
      OR: [{ lockedAt: { not: null } }, { closedAt: null }],
    },
    orderBy: { id: 'desc' },
    select: { ...sessionFields, prizes: { orderBy: { position: 'asc' } } },
  })
  if (!session) return null
  const shown = await shownOf(ticket)
  const course = await readCourse(database(), ticket.eventId, session)
  if (!course.lock) return { state: 'planned' as const, shown }
  const place = { ...ticket.within, sessionId: session.id }
  const mine = await findEntry(database(), place, { registrationId: ticket.subjectId })
  const lock = { code: readableCode(course.lock.hash), count: course.lock.record.count }
  const log = course.log.map(({ hash }) => hash)
  if (!mine?.entry) return { state: 'outside' as const, ...lock, log, closed: course.closed }
  const titles = session.prizes.map(({ drawId, title, titleEn }) => ({ draw: drawId, title, titleEn }))
  const { entry, n, weight } = mine
  return {
    state: 'in' as const,
    ...lock,
    ...{ log, shown, entry, n, weight, session: session.id, closed: course.closed },
    prizes: prizesOf(course, mine.id, titles),
    outs: outsOf(course, mine.id, { tags: entry.tags, titles }),
  }
}

function prizesOf(course: Course, entry: string, titles: Title[]): MyPrize[] {
  return [...course.results].flatMap(([result, drawn]) => {
    const status = statusOf(drawn, entry)
    const title = titles.find(({ draw }) => draw === drawn.draw.id)
    return status && title ? [{ ...title, result, status }] : []
  })
}

function statusOf(drawn: Drawn, entry: string): MyPrize['status'] | null {
  if (drawn.claims.has(entry)) return 'claimed'
  if (drawn.absent.has(entry)) return 'passed'
  return holders(drawn).has(entry) ? 'called' : null
}

/** Of the draws that are still to come or drawn already: those without this person, known before any throw. */
type Wanted = { tags: readonly string[]; titles: Title[] }

function outsOf(course: Course, entryId: string, { tags, titles }: Wanted): MyOut[] {
  const open = openArmOf(course)
  const drawn = new Map([...course.results.values()].map((one) => [one.draw.id, one]))
  return course.plan.draws.flatMap((draw) => {
    const title = titles.find((one) => one.draw === draw.id)
    if (!title || drawn.get(draw.id)?.claims.has(entryId)) return []
    if (draw.exclude?.some((tag) => tags.includes(tag))) return [{ ...title, why: 'sponsor' as const }]
    const armed = open ? course.arms.get(open)?.record : undefined
    const inArm = armed?.draws.some(({ id }) => id === draw.id)
    const reason = drawn.get(draw.id)?.out.get(entryId) ?? (inArm ? new Map(armed?.out).get(entryId) : undefined)
    if (reason) return [{ ...title, why: whyOf(reason) }]
    const later = !drawn.has(draw.id) && draw.one_each && holdingIn(course).has(entryId)
    return later ? [{ ...title, why: 'won' as const }] : []
  })
}

const whyOf = (reason: string): MyOut['why'] =>
  reason === 'sponsor' ? 'sponsor' : ['won_before', 'has_prize'].includes(reason) ? 'won' : 'left'
