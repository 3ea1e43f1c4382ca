import { listHandOvers } from '@/lib/draws/queries/handover'
import { publishedEvent } from '@/lib/people/scope'
import { aRaffle, goOn, locked } from './draws'
import { anOrganizerOf } from './factories'
import { aGuest, holding } from './guests'

/** A draw that one person won, with everybody who may do something about the prize. */
export async function aWin(given: Parameters<typeof locked>[1] = {}) {
  const { event, scope } = await aRaffle({ people: 0, prizes: [['抱枕', 1]] })
  const proof = await publishedEvent({ id: event.id })
  if (!proof) throw new Error('the event is not published')
  const winner = await holding(await aGuest(proof, { name: '林一诺' }))
  const { id: session } = await locked(scope, given)
  while (await goOn(scope));
  const [door, ledger] = [await anOrganizerOf('checkin.run', event), await anOrganizerOf('sponsors.edit', event)]
  const [row] = (await listHandOvers(door)).waiting
  if (!row) throw new Error('nobody won')
  return { event, scope, session, winner, door, ledger, row }
}
