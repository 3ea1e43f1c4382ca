import { type EventPermission, eventPermissions, mayOnEvent, mayOnSeries, type Role, seriesPermissions } from './roles'

/** For how long an invitation can be accepted, in days. */
export const invitationDays = 14

/** Does the role go with the place: organizer with a series, all others with one event? */
export const fitsPlace = (role: Exclude<Role, 'owner'>, eventId: string | null): boolean =>
  (role === 'organizer') === (eventId === null)

/** What a role may do, in the order of the one table: for people to read. */
export const mayDo = (role: Role): string[] => [
  ...seriesPermissions.filter((permission) => mayOnSeries(role, permission)),
  ...eventPermissions.filter((permission) => mayOnEvent(role, permission)),
]

/** Does the role see names and contacts of attendees? */
export const seesContacts = (role: Role): boolean => mayOnEvent(role, 'guests.view' satisfies EventPermission)

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

/** Where an invitation stands. */
export function invitationState(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}
