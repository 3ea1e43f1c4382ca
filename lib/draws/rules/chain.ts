import { taggedHash } from './bytes'

/** The link below another: S[i−1] = H(`hat1/chain` ‖ S[i]). */
export const linkBelow = (link: Uint8Array): Uint8Array => taggedHash('hat1/chain', link)

/** All links S[0]…S[n] of the chain whose last is `secret` (32 random bytes). S[0], the tip, is published at the lock. */
export function chainFrom(secret: Uint8Array, n: number): Uint8Array[] {
  const links = [secret]
  for (let left = n; left > 0; left--) links.push(linkBelow(links.at(-1) as Uint8Array))
  return links.reverse()
}

/** Is `link` the k-th link above this tip? */
export function isLinkOf(tip: Uint8Array, link: Uint8Array, k: number): boolean {
  let at = link
  for (let left = k; left > 0; left--) at = linkBelow(at)
  return at.every((byte, index) => byte === tip[index])
}
