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
  const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
  const hashed = [...new Set(addresses)].map((address) => [hex(hashOf(address)), address] as const)
  const rows = await tx.$queryRaw<{ hash: string; kind: StopKind }[]>`
    SELECT encode(s.address_hash, 'hex') AS hash, s.kind::text AS kind
    FROM unnest(${hashed.map(([hash]) => hash)}::text[]) AS given(hash)
    JOIN mail_stops s ON s.address_hash = decode(given.hash, 'hex')`
  const stopped = new Set(rows.filter(({ kind }) => !isWanted(rank, new Set([kind]))).map(({ hash }) => hash))
  return new Set(hashed.flatMap(([hash, address]) => (stopped.has(hash) ? [] : [address])))
}

/** Stops mail of a kind to an address. */
export async function stopMail(tx: Transaction, address: string, kind: StopKind): Promise<void> {
  await tx.mailStop.createMany({ data: [{ addressHash: hashOf(address), kind }], skipDuplicates: true })
}

/** Takes every stop of an address back. */
export async function allowMail(tx: Transaction, address: string): Promise<void> {
  await tx.mailStop.deleteMany({ where: { addressHash: hashOf(address) } })
}
