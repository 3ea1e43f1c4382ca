import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { admitsSeveral, kindsOf, sortOf } from '@/lib/sponsors/rules/ledger'
import type { GiftInput } from '@/lib/sponsors/schema/gifts'
import { newUuid } from '@/lib/values/uuid'
import { unitsToSettle } from '../rules/units'

/**
 * A step: makes the prize and its units follow the gift: 1…n while the quantity is known, none otherwise, and none while
 * it is only offered: whoever finds a public board could have millions written.
 */
export async function settlePrize(
  tx: Transaction,
  eventId: string,
  id: string,
  input: Pick<GiftInput, 'sort' | 'quantity' | 'admits'>,
) {
  const { prizeKind } = kindsOf(input.sort)
  const waits = (await tx.gift.count({ where: { eventId, id, status: 'offered' } })) > 0
  const units = await tx.prizeUnit.findMany({
    where: { eventId, prizeId: id },
    select: { number: true, status: true },
  })
  const { add, remove } = unitsToSettle(units, prizeKind && !waits ? input.quantity : null)
  if (remove.length > 0) await tx.prizeUnit.deleteMany({ where: { eventId, prizeId: id, number: { in: remove } } })
  if (!prizeKind) return void (await tx.prize.deleteMany({ where: { eventId, id } }))
  const data = { kind: prizeKind, admits: admitsSeveral(input.sort) ? (input.admits ?? 1) : 1 }
  const key = { eventId, id }
  await tx.prize.upsert({ where: { key }, create: { ...key, ...data }, update: data })
  await insertUnits(tx, key, add)
}

/** A step: the same for a gift as it stands, after its status or its number moved. */
export async function settleGift(tx: Transaction, eventId: string, id: string): Promise<void> {
  const { kind, quantity, prize } = await tx.gift.findUniqueOrThrow({
    where: { key: { eventId, id } },
    select: { kind: true, quantity: true, prize: { select: { kind: true, admits: true } } },
  })
  const sort = sortOf(kind, prize?.kind ?? null)
  await settlePrize(tx, eventId, id, { sort, quantity, admits: prize?.admits ?? null })
}

/** A step: adds units with these numbers, by one statement with two lists: thousands of values one by one take minutes. */
export async function insertUnits(
  tx: Transaction,
  { eventId, id }: { eventId: string; id: string },
  numbers: number[],
) {
  if (numbers.length === 0) return
  await tx.$executeRaw`
    INSERT INTO prize_units (event_id, id, prize_id, number)
    SELECT ${eventId}::uuid, unit.id, ${id}::uuid, unit.number
    FROM unnest(${numbers.map(() => newUuid())}::uuid[], ${numbers}::int[]) AS unit(id, number)`
}
