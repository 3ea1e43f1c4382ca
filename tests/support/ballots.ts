import { database } from '@/lib/database/client'
import { lockHat } from '@/lib/draws/commands/hat'
import { findBallotSession } from '@/lib/draws/queries/sessions'
import { setEntry } from '@/lib/registration/commands/entry'
import { wallTimeOf } from '@/lib/values/time'
import { type Stage, seen } from './draws'
import { anOrganizerOf } from './factories'
import { aGuest, aPublishedEvent, holding } from './guests'

/** A stop with so many seats and people in its ballot; `close` ends its window. */
export async function aBallot({ seats = 2, people = 6 } = {}) {
  const { event, proof } = await aPublishedEvent({ capacity: seats })
  const guestsOf = await anOrganizerOf('guests.edit', event)
  const ends = wallTimeOf(new Date(Date.now() + 3_600_000), 'Asia/Shanghai')
  await setEntry(guestsOf, { entryMode: 'ballot', ballotEnds: ends })
  const guests = []
  const tickets = []
  for (const name of '甲乙丙丁戊己庚辛壬癸'.slice(0, people)) {
    const ticket = await aGuest(proof, { name: `${name}虚构` })
    tickets.push(ticket)
    guests.push(await holding(ticket))
  }
  const close = () =>
    database()
      .$executeRaw`UPDATE events SET ballot_ends_at = clock_timestamp() - interval '1 second' WHERE id = ${event.id}::uuid`
  return { event, proof, scope: await anOrganizerOf('stage.run', event), guests, tickets, close }
}

/** The ballot as its host sees it. */
export async function ballotOf(scope: Stage) {
  const view = await findBallotSession(scope)
  if (!view) throw new Error('there is no ballot')
  return view
}

/** Locks everybody who entered. */
export const lockBallot = async (scope: Stage) => lockHat(scope, { ...seen(await ballotOf(scope)), who: 'confirmed' })
