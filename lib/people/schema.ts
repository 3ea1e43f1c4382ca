import { z } from 'zod'
import { choice, email, id, line, version } from '@/lib/values/fields'
import { eventRoles } from './roles'

/** Whom to invite, as what, and where: the empty place is the whole series. */
export const invitationSchema = z.object({
  email: email(),
  role: choice(['organizer', ...eventRoles]),
  place: z.union([z.literal(''), id()]),
})
export type InvitationInput = z.output<typeof invitationSchema>

/** What the sign-in page sends; the invitation that one came from, or none. */
export const signInSchema = z.object({
  locale: choice(['zh', 'en']),
  email: email(),
  invitation: z.union([z.literal(''), id()]),
})

/** What one wants to be called. */
export const ownNameSchema = z.object({ name: line(40) })
export type OwnNameInput = z.output<typeof ownNameSchema>

/** One membership or invitation. */
export const oneOfPeopleSchema = z.object({ id: id() })
/** A member's other role in the same event. */
export const memberRoleSchema = z.object({ id: id(), role: choice(eventRoles), version: version().optional() })
/** The OAuth provider whose identity is to be taken off. */
export const providerSchema = z.object({ provider: choice(['github', 'oidc', 'wechat']) })
