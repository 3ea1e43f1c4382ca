import { mayOnEvent, type Role } from './roles'

/** For how long an invitation can be accepted, in days. */
export const invitationDays = 14

/** Does the role go with the place: organizer with a series, all others with one event? */
export const fitsPlace = (role: Exclude<Role, 'owner'>, eventId: string | null): boolean =>
  (role === 'organizer') === (eventId === null)

/** Does the role see names and contacts of attendees? */
export const seesContacts = (role: Role): boolean => mayOnEvent(role, 'guests.view')

type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

/** Where an invitation stands. */
export function invitationState(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}
