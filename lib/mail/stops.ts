import 'server-only'
import { createHmac } from 'node:crypto'
import { config } from '@/lib/config'
import type { Transaction } from '@/lib/database/client'
import { ranks } from './outbox'

/** Addresses that get less or nothing. Only a keyed hash of each is kept, so the list tells nobody whose they are. */
export type StopKind = 'all' | 'news'

const hashOf = (address: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', `${config().AUTH_SECRET}/mail-stops`).update(address).digest())

/** What an address does not want to get. */
export async function stopsOf(tx: Transaction, address: string): Promise<Set<StopKind>> {
  const rows = await tx.mailStop.findMany({ where: { addressHash: hashOf(address) }, select: { kind: true } })
  return new Set(rows.map(({ kind }) => kind))
}

/** May a message of this rank leave for an address with these stops? What its owner asked for themselves always may. */
export const isWanted = (rank: number, stops: ReadonlySet<StopKind>): boolean =>
  rank === ranks.access || !(stops.has('all') || (rank >= ranks.group && stops.has('news')))

/** Of these addresses, those that a message of this rank may go to. */
export async function keepWanted(tx: Transaction, rank: number, addresses: readonly string[]): Promise<Set<string>> {
  const hashes = new Map(addresses.map((address) => [hashOf(address), address]))
  const stopped = await tx.mailStop.findMany({ where: { addressHash: { in: [...hashes.keys()] } } })
  const byHash = new Map<string, Set<StopKind>>()
  for (const { addressHash, kind } of stopped) {
    const key = Buffer.from(addressHash).toString('hex')
    byHash.set(key, (byHash.get(key) ?? new Set()).add(kind))
  }
  const stopsAt = (hash: Uint8Array) => byHash.get(Buffer.from(hash).toString('hex')) ?? new Set<StopKind>()
  return new Set([...hashes].flatMap(([hash, address]) => (isWanted(rank, stopsAt(hash)) ? [address] : [])))
}

/** Stops mail of a kind to an address. */
export async function stopMail(tx: Transaction, address: string, kind: StopKind): Promise<void> {
  await tx.mailStop.createMany({ data: [{ addressHash: hashOf(address), kind }], skipDuplicates: true })
}

/** Takes every stop of an address back. */
export async function allowMail(tx: Transaction, address: string): Promise<void> {
  await tx.mailStop.deleteMany({ where: { addressHash: hashOf(address) } })
}
