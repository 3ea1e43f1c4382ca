import { database } from '@/lib/database/client'
import { publishBallot } from '@/lib/draws/commands/ballot'
import { lockHat } from '@/lib/draws/commands/hat'
import { findBallotSession } from '@/lib/draws/queries/sessions'
import { setEntry } from '@/lib/registration/commands/entry'
import { wallTimeOf } from '@/lib/values/time'
import { type Stage, seats, seen } from './draws'
import { anOrganizerOf } from './factories'
import { aGuest, aPublishedEvent, holding } from './guests'

const openBallot = async (event: { id: string; seriesId: string }) =>
  setEntry(await anOrganizerOf('guests.edit', event), {
    entryMode: 'ballot',
    ballotEnds: wallTimeOf(new Date(Date.now() + 3_600_000), 'Asia/Shanghai'),
  })

const closeBallot = (eventId: string) =>
  database()
    .$executeRaw`UPDATE events SET ballot_ends_at = clock_timestamp() - interval '1 second' WHERE id = ${eventId}::uuid`

/** A stop with so many seats and people in its ballot; `close` ends its window. */
export async function aBallot({ seats = 2, people = 6 } = {}) {
  const { event, proof } = await aPublishedEvent({ capacity: seats })
  await openBallot(event)
  const guests = []
  const tickets = []
  for (const name of '甲乙丙丁戊己庚辛壬癸'.slice(0, people)) {
    const ticket = await aGuest(proof, { name: `${name}虚构` })
    tickets.push(ticket)
    guests.push(await holding(ticket))
  }
  const scope = await anOrganizerOf('stage.run', event)
  return { event, proof, scope, guests, tickets, close: () => closeBallot(event.id) }
}

/** A ballot whose rules are public and whose window is over, with as many people as one likes. */
export async function aLongBallot(given: { seats: number; people: number }): Promise<Stage> {
  const { event } = await aPublishedEvent({ capacity: given.seats })
  await openBallot(event)
  const scope = await anOrganizerOf('stage.run', event)
  await publishBallot(scope, { preset: 'room' })
  await seats(event.id, given.people, 'pending')
  await closeBallot(event.id)
  return scope
}

/** The ballot as its host sees it. */
export async function ballotOf(scope: Stage) {
  const view = await findBallotSession(scope)
  if (!view) throw new Error('there is no ballot')
  return view
}

/** Locks everybody who entered. */
export const lockBallot = async (scope: Stage) => lockHat(scope, { ...seen(await ballotOf(scope)), who: 'confirmed' })
