import { bls12_381 } from '@noble/curves/bls12-381.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesOf, hexOf, integer } from './bytes'

/** drand quicknet, pinned: a relay is never trusted, only its signature is. */
export const quicknet = {
  chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesis: 1_692_803_367,
  period: 3,
} as const

/** The round that is newest at a time (seconds since 1970). */
export const roundAt = (seconds: number): number => Math.floor((seconds - quicknet.genesis) / quicknet.period) + 1

/** When a round is published, in seconds since 1970. */
export const timeOfRound = (round: number): number => quicknet.genesis + (round - 1) * quicknet.period

/**
 * Is this the network's signature of a round? BLS with signatures on G1 over SHA-256 of the round as u64. Besides the
 * pairing it requires 96 lower-case hex characters that decode to a point which encodes to the very same text: some
 * libraries accept other encodings of one signature, and other bytes would mean other randomness.
 */
export function isBeacon(round: number, signature: unknown): signature is string {
  const bytes = bytesOf(signature, 48)
  if (!bytes || !Number.isSafeInteger(round) || round < 1) return false
  try {
    const { shortSignatures } = bls12_381
    const point = bls12_381.G1.Point.fromBytes(bytes)
    point.assertValidity()
    if (hexOf(point.toBytes(true)) !== signature) return false
    const message = shortSignatures.hash(sha256(integer(round, 8)), 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_')
    return shortSignatures.verify(point, message, bls12_381.G2.Point.fromHex(quicknet.publicKey))
  } catch {
    return false
  }
}
