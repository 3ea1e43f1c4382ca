import { publishBallot } from '@/lib/draws/commands/ballot'
import { ballotSchema } from '@/lib/draws/schema'
import { eventScope, type Viewer } from '@/lib/people/scope'
import { setEntry } from '@/lib/registration/commands/entry'
import { entrySchema } from '@/lib/registration/schema/entry'
import { once } from './doing'

/** A small hall that many want into: its seats are drawn by lot when the window closes, by rules that are public now. */
export async function seedBallot(
  viewer: Viewer,
  address: { series: string; event: string },
  closes: string,
): Promise<void> {
  const entry = await eventScope(viewer, address, 'guests.edit')
  const stage = await eventScope(viewer, address, 'stage.run')
  if (!entry || !stage) throw new Error('the demo stop is gone')
  await setEntry(entry, entrySchema.parse({ entryMode: 'ballot', ballotEnds: `${closes}T20:00` }))
  await publishBallot(stage, ballotSchema.parse({ preset: 'room' }), once(`ballot ${address.event}`))
}
