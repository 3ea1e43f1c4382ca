import 'server-only'
import { change } from '@/lib/database/change'
import type { EventScope } from '@/lib/people/scope'
import { changedFields } from '@/lib/values/changed'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { searchTextOf } from '../rules/seats'
import type { GuestEdit } from '../schema/guests'
import { followAddress } from './put-right'

const taken = { registrations_one_live_per_person: () => refuse('registration.on-the-list', { field: 'contact' }) }

/**
 * Corrects a guest's name and contact; see `followAddress` for what another contact brings about. Answers whether it is
 * another. Raises ChangedMeanwhile when somebody was faster; refuses `form.not-found`, `registration.erased` and, when the
 * contact is another guest's, `registration.on-the-list`.
 */
export async function editGuest(scope: EventScope<'guests.edit'>, input: GuestEdit): Promise<{ moved: boolean }> {
  return change(scope, taken, async (tx, record) => {
    const before = await tx.registration.findUnique({
      where: scope.key(input.id),
      select: { name: true, contact: true, status: true, version: true },
    })
    if (!before) return refuse('form.not-found')
    if (before.contact.startsWith('erased:')) refuse('registration.erased')
    if (before.version !== input.version) {
      throw new ChangedMeanwhile(before.version, { name: before.name, contact: before.contact })
    }
    const { kind, contact } = input.contact
    const moved = contact !== before.contact
    await tx.registration.update({
      where: scope.key(input.id),
      data: {
        name: input.name,
        contact,
        contactKind: kind,
        // What arrived at the old address proves nothing of the new one.
        ...(moved ? { contactProvedAt: null } : {}),
        searchText: searchTextOf(input.name, contact),
        version: { increment: 1 },
      },
    })
    const live = ['pending', 'confirmed', 'waitlisted'].includes(before.status)
    if (moved) await followAddress(tx, scope, { id: input.id, from: before.contact, live })
    record('registration.edited', input.id, { fields: changedFields(before, { name: input.name, contact }) })
    return { moved }
  })
}
