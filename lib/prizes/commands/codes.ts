import 'server-only'
import { config } from '@/lib/config'
import { change } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import type { SponsorDesk } from '@/lib/people/holder'
import { contactAt } from '@/lib/sponsors/commands/contacts'
import { deskStatuses } from '@/lib/sponsors/rules/ledger'
import { refuse } from '@/lib/values/refusal'
import { fingerprint, seal } from '@/lib/values/seal'
import type { CodeList } from '../rules/codes'
import { unitsToSettle } from '../rules/units'
import { insertUnits } from './settle'

/** What became of a list: sealed now, there twice (in the list or from before), units that still have none. */
type Sealed = { sealed: number; twice: number; without: number }

const promises = {
  prize_codes_frozen: () => refuse('prizes.codes-frozen'),
  prize_codes_once: () => refuse('form.busy'),
  gifts_frozen_by_draw: () => refuse('prizes.frozen'),
}

/**
 * Seals a list of codes and binds each to a unit in stock that has none, the lowest number first; codes that are there
 * already count as twice, so that the same list again changes nothing. Refuses `prizes.more-codes` when the list is longer
 * than the units, unless `raise` says that there are as many as codes; `prizes.not-a-code-prize` for a thing, and
 * `prizes.codes-after-yes` for what only waits for an organiser's word.
 */
export function sealCodes(desk: SponsorDesk, given: { id: string; raise: boolean } & CodeList): Promise<Sealed> {
  // Before the transaction: what takes a processor's time must not hold the event's row.
  const secret = config().AUTH_SECRET
  const closed = given.codes.map((code) => ({
    mark: hex(fingerprint(code, secret, 'prize-code')),
    sealed: hex(seal(code, secret, 'prize-code')),
  }))
  return change(desk, promises, async (tx, record) => {
    const prize = await ownPrize(tx, desk, given.id)
    const known = await tx.$queryRaw<{ mark: string }[]>`
      SELECT encode(fingerprint, 'hex') AS mark FROM prize_codes
      WHERE event_id = ${desk.eventId}::uuid AND prize_id = ${given.id}::uuid`
    const there = new Set(known.map(({ mark }) => mark))
    const fresh = closed.filter(({ mark }) => !there.has(mark))
    const free = await freeUnits(tx, desk, { ...prize, wanted: fresh.length, raise: given.raise })
    // One statement with three lists: thousands of rows with a parameter for each value take minutes.
    await tx.$executeRaw`
      INSERT INTO prize_codes (event_id, unit_id, prize_id, sealed, fingerprint)
      SELECT ${desk.eventId}::uuid, code.unit, ${given.id}::uuid, decode(code.sealed, 'hex'), decode(code.mark, 'hex')
      FROM unnest(${free.slice(0, fresh.length)}::uuid[], ${fresh.map(({ sealed }) => sealed)}::text[],
        ${fresh.map(({ mark }) => mark)}::text[]) AS code(unit, sealed, mark)`
    const sealed = fresh.length
    const twice = given.twice + closed.length - sealed
    record('codes.sealed', given.id, { sealed, twice })
    return { sealed, twice, without: free.length - sealed }
  })
}

/** Takes all codes of a prize back; answers how many. Refuses `prizes.codes-frozen` once a draw of it is locked. */
export function withdrawCodes(desk: SponsorDesk, id: string): Promise<number> {
  return change(desk, promises, async (tx, record) => {
    await ownPrize(tx, desk, id)
    const { count } = await tx.prizeCode.deleteMany({ where: { ...desk.within, prizeId: id } })
    record('codes.withdrawn', id, { count })
    return count
  })
}

/** The prize of the desk's own sponsor; as if it did not exist when it is anybody else's. */
async function ownPrize(tx: Transaction, desk: SponsorDesk, id: string) {
  const { sponsorId } = await contactAt(tx, desk)
  const gift = await tx.gift.findFirst({
    where: { ...desk.within, id, sponsorId, removedAt: null, status: { in: [...deskStatuses] } },
    select: { id: true, quantity: true, status: true, prize: { select: { kind: true } } },
  })
  if (!gift) return refuse('form.not-found')
  if (!gift.prize || gift.prize.kind === 'thing') refuse('prizes.not-a-code-prize', { field: 'codes' })
  if (gift.status === 'offered') refuse('prizes.codes-after-yes', { field: 'codes' })
  return { id, quantity: gift.quantity }
}

type Wanted = { id: string; quantity: number | null; wanted: number; raise: boolean }

/** The units in stock without a code, by number; made first where nobody had said how many there are, or more are told of. */
async function freeUnits(
  tx: Transaction,
  desk: SponsorDesk,
  { id, quantity, wanted, raise }: Wanted,
): Promise<string[]> {
  const free = await withoutCode(tx, desk, id)
  if (wanted <= free.length) return free
  if (quantity !== null && !raise) {
    refuse('prizes.more-codes', { field: 'raise', values: { codes: wanted, units: free.length } })
  }
  const more = (quantity ?? 0) + wanted - free.length
  if (more > 10_000) refuse('prizes.codes-too-many', { field: 'codes', values: { count: more, most: 10_000 } })
  await tx.gift.updateMany({ where: { ...desk.within, id }, data: { quantity: more, version: { increment: 1 } } })
  const units = await tx.prizeUnit.findMany({
    where: { ...desk.within, prizeId: id },
    select: { number: true, status: true },
  })
  const { add } = unitsToSettle(units, more)
  await insertUnits(tx, { eventId: desk.eventId, id }, add)
  return withoutCode(tx, desk, id)
}

async function withoutCode(tx: Transaction, desk: SponsorDesk, prizeId: string): Promise<string[]> {
  const units = await tx.prizeUnit.findMany({
    where: { ...desk.within, prizeId, status: { in: ['in_stock', 'won'] }, code: null },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  return units.map(({ id }) => id)
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
