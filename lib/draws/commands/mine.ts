import 'server-only'
import { change } from '@/lib/database/change'
import type { TicketHolder } from '@/lib/people/holder'
import { refuse } from '@/lib/values/refusal'
import { findEntry } from '../queries/entry'
import { holders } from '../rules/verify/state'
import type { Decline, Wish } from '../schema'
import { act } from './log'

/** What the holder of a ticket may do in the draw. */

/** How their name is shown when they win. It changes no record: what was locked stays masked. */
export const chooseShown = (ticket: TicketHolder, { shown }: Wish) =>
  change(ticket, {}, async (tx, record) => {
    const key = { eventId: ticket.eventId, registrationId: ticket.subjectId }
    await tx.drawWish.upsert({ where: { key }, create: { ...key, shown }, update: { shown } })
    record('draw.shown-chosen', ticket.subjectId, { shown })
  })

/**
 * Somebody who was drawn does not want the prize: the next in the same ranking takes their place, and the record says
 * the same as of somebody absent. Pressed twice it is once. Refuses `draws.not-a-winner`, `draws.claimed-already`.
 */
export const declinePrize = (ticket: TicketHolder, { session, result }: Decline) =>
  act(ticket, session, async ({ tx, course, say, record, now }) => {
    const mine = await findEntry(tx, { ...ticket.within, sessionId: session }, { registrationId: ticket.subjectId })
    const drawn = course.results.get(result)
    const entry = mine?.id
    if (!entry || !drawn) return refuse('draws.not-a-winner')
    if (drawn.absent.has(entry)) return record('draw.declined', session, { again: true })
    if (course.closed || !holders(drawn).has(entry)) refuse('draws.not-a-winner')
    if (drawn.claims.has(entry)) refuse('draws.claimed-already')
    const called = course.log.find(({ hash }) => hash === result)?.rec.t
    const waited = called ? Math.max(0, now - Date.parse(called) / 1000) : 0
    await say({ type: 'absent', result, entry, called: 1, waited })
    record('draw.declined', session)
  })
