import 'server-only'
import { database } from '@/lib/database/client'
import type { TicketHolder } from '@/lib/people/holder'
import { readableCode } from '../rules/code'
import { holdingIn, openArmOf } from '../rules/course'
import { holders } from '../rules/verify/state'
import { readCourse, sessionFields } from './course'

/** One prize of the ticket's holder: called to the stage, or theirs already. */
export type MyPrize = { title: string; titleEn: string | null; status: 'called' | 'claimed' }

/**
 * What the draw holds of this ticket: its number, the lock's code, what it won, and why it is out of what is armed now.
 * Null while no list with this ticket in it is locked.
 */
export async function findMyDraw(ticket: TicketHolder) {
  const entry = await database().drawEntry.findFirst({
    where: { ...ticket.within, registrationId: ticket.subjectId, session: { rehearsal: false } },
    orderBy: { sessionId: 'desc' },
    select: { n: true, entryId: true, session: { select: { ...sessionFields, prizes: true } } },
  })
  if (!entry) return null
  const { session, n, entryId } = entry
  const course = await readCourse(database(), ticket.eventId, session)
  if (!course.lock) return null
  const won = [...course.results.values()].filter((drawn) => holders(drawn).has(entryId))
  const titles = new Map(session.prizes.map((prize) => [prize.drawId, prize]))
  const open = openArmOf(course)
  return {
    n,
    count: course.lock.record.count,
    code: readableCode(course.lock.hash),
    out: open ? (new Map(course.arms.get(open)?.record.out).get(entryId) ?? null) : null,
    holds: holdingIn(course).has(entryId),
    prizes: won.map((drawn): MyPrize => {
      const prize = titles.get(drawn.draw.id)
      const status = drawn.claims.has(entryId) ? 'claimed' : 'called'
      return { title: prize?.title ?? drawn.draw.prize, titleEn: prize?.titleEn ?? null, status }
    }),
  }
}
