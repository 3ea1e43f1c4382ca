import { database } from '@/lib/database/client'
import { invitePerson } from '@/lib/people/commands/invite'
import type { eventRoles } from '@/lib/people/roles'
import type { SeriesScope } from '@/lib/people/scope'
import { type EmailAddress, parseEmail } from '@/lib/values/address'
import { anOrganizerOfSeries } from './factories'

/** Whoever looks after the people of a series of their own, or of the one given. */
export const aKeeper = (seriesId?: string) => anOrganizerOfSeries('people.edit', seriesId)

/** Invites an address; answers the invitation's id. */
export async function anInvitation(
  scope: SeriesScope<'people.edit'>,
  email: string,
  given: { role?: (typeof eventRoles)[number]; eventId?: string } = {},
): Promise<string> {
  const role = given.role ?? 'organizer'
  const input = { email: mailable(email), role, place: given.eventId ?? '', locale: 'zh' } as const
  return (await invitePerson(scope, input)).id
}

/** An address as forms read it. */
export function mailable(text: string): EmailAddress {
  const email = parseEmail(text)
  if (!email) throw new Error(`${text} is not an address`)
  return email
}

/** What the outbox holds of one invitation. */
export const letterOf = (invitation: string) =>
  database().message.findFirstOrThrow({ where: { kind: 'invitation', dedupeKey: invitation } })
