import { isIP } from 'node:net'

/** Where somebody is in the network: their own address, what one household or server usually holds, one provider's corner. */
export type Corner = { address: string; near: string; wide: string }

/**
 * The client at the far end of a chain of addresses, `client, proxy, proxy, peer`, of which the last is whoever is
 * connected to us and the `hops` before it were written by proxies of ours. Everything further left anybody may have
 * made up. A chain that is too short was not written by all of them: its first entry is the best there is. Null when
 * what stands there is no address.
 */
export function cornerOf(chain: string, hops: number): Corner | null {
  const entries = chain.split(',').map((entry) => entry.trim())
  const address = plainAddress(entries[Math.max(0, entries.length - 1 - hops)] ?? '')
  return address === null ? null : { address, ...prefixesOf(address) }
}

/** IPv4 by itself and its /24; IPv6 by its /64, which one host may fill as it likes, and its /48. */
function prefixesOf(address: string): { near: string; wide: string } {
  if (isIP(address) === 4) return { near: address, wide: `${address.split('.').slice(0, 3).join('.')}.0/24` }
  const groups = groupsOf(address)
  return { near: `${groups.slice(0, 4).join(':')}::/64`, wide: `${groups.slice(0, 3).join(':')}::/48` }
}

/** An address without port, brackets and zone, in one spelling; IPv4 mapped into IPv6 as IPv4. */
function plainAddress(text: string): string | null {
  const bare = text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/%.*$/, '')
  const address = /^\d+(\.\d+){3}:\d+$/.test(bare) ? bare.slice(0, bare.indexOf(':')) : bare
  if (isIP(address) === 4) return address
  if (isIP(address) !== 6) return null
  const groups = groupsOf(address)
  const mapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff'
  if (!mapped) return groups.join(':')
  const bytes = groups.slice(6).flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
  return bytes.join('.')
}

/** The eight groups of an IPv6 address, without leading zeros. The URL parser (WHATWG) spells it one way only. */
function groupsOf(address: string): string[] {
  const spelt = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [head = '', tail] = spelt.split('::')
  const groups = (part: string) => (part ? part.split(':') : [])
  if (tail === undefined) return groups(head)
  const zeros = Array.from({ length: 8 - groups(head).length - groups(tail).length }, () => '0')
  return [...groups(head), ...zeros, ...groups(tail)]
}
