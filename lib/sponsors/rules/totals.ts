import type { GiftStatus } from '../schema/gifts'
import { publicStatuses } from './ledger'

type Valued = { status: GiftStatus; value: number | null; currency: string | null }

/** What was pledged or is here: how many gifts, how many of them with a value, and the sum of each currency, largest first. */
export function totalsOf(gifts: readonly Valued[]) {
  const counted = gifts.filter(({ status }) => (publicStatuses as readonly GiftStatus[]).includes(status))
  const sums = new Map<string, number>()
  for (const { value, currency } of counted) {
    if (value !== null && currency) sums.set(currency, (sums.get(currency) ?? 0) + value)
  }
  return {
    count: counted.length,
    valued: counted.filter(({ value }) => value !== null).length,
    sums: [...sums].map(([currency, value]) => ({ currency, value })).sort((a, b) => b.value - a.value),
  }
}
