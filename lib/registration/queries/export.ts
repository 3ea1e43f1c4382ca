import 'server-only'
import type { EventScope } from '@/lib/people/scope'
import { type GuestFilter, type GuestRow, listGuests } from './guests'

/** Every guest that the filter shows, page by page, so that a long list never stands in memory. */
export async function* eachGuest(scope: EventScope<'guests.view'>, filter: GuestFilter): AsyncGenerator<GuestRow> {
  let before: string | undefined
  do {
    const { rows, next } = await listGuests(scope, filter, before)
    yield* rows
    before = next ?? undefined
  } while (before)
}
