import { database } from '@/lib/database/client'
import { aGuest, aPublishedEvent, holding, rowOf } from './guests'

export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
/** A published stop that begins in thirty hours, when seats are offered already, or when it is said. */
const aStop = (given: { capacity?: number; hours?: number } = {}) =>
  aPublishedEvent({ capacity: given.capacity ?? 1, startsAt: inHours(given.hours ?? 30) })

/** A full stop of one seat, and those who wait for it, in order. */
export async function aQueue(length: number, given: Parameters<typeof aStop>[0] = {}) {
  const { event, proof } = await aStop(given)
  const tickets = []
  for (let n = 0; n <= length; n++) tickets.push(await aGuest(proof))
  const holders = await Promise.all(tickets.map(holding))
  const [seated, ...waiting] = holders
  if (!seated) throw new Error('nobody has a seat')
  const stateOf = async (n: number) => rowOf(event.id, waiting[n]?.subjectId ?? '')
  return { event, proof, seated, waiting, stateOf, who: (n: number) => waiting[n] ?? seated }
}

/** The time of every offer of a stop ends now. */
export const runOut = (eventId: string) =>
  database().$executeRaw`
    UPDATE registrations SET offer_expires_at = clock_timestamp() - interval '1 second'
    WHERE event_id = ${eventId}::uuid AND offer_expires_at IS NOT NULL`
