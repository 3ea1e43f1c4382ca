import 'server-only'
import { config } from '@/lib/config'
import { askOutside, jsonOf } from '@/lib/jobs/outside'
import { isBeacon, quicknet } from '../rules/beacon'

/** Rounds that were brought; a round has one signature for ever. */
const brought = new Map<number, string>()

/**
 * The beacon's signature of a round from whichever configured relay brings it first, or null: none is configured, none
 * answers, or whatever they answer is not that signature. A relay is believed nothing: its `randomness` is not read.
 */
export async function findSignature(round: number, relays = config().DRAND_RELAYS): Promise<string | null> {
  const known = brought.get(round)
  if (known) return known
  const asked = relays.map(async (relay) => {
    const said = jsonOf(await askOutside({ url: `${relay}/${quicknet.chain}/public/${round}` }))
    const { signature } = (said ?? {}) as { signature?: unknown }
    if (!isBeacon(round, signature)) throw new Error('not the signature')
    return signature
  })
  try {
    const signature = await Promise.any(asked)
    if (brought.size > 200) brought.clear()
    brought.set(round, signature)
    return signature
  } catch {
    return null
  }
}
