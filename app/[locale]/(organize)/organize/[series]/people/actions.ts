'use server'

import { invitePerson, restoreInvitation, revokeInvitation } from '@/lib/people/commands/invite'
import { changeRole, restoreMembership, revokeMembership } from '@/lib/people/commands/membership'
import { invitationSchema, memberRoleSchema, oneOfPeopleSchema } from '@/lib/people/schema'
import { seriesAction } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'

export const invite = seriesAction({
  may: 'people.edit',
  input: invitationSchema,
  done: 'people.invite.sent',
  run: async (scope, input, once) => {
    await invitePerson(scope, { ...input, locale: await currentLocale() }, once)
  },
})

export const withdraw = seriesAction({
  may: 'people.edit',
  input: oneOfPeopleSchema,
  done: 'people.withdrawn',
  run: async (scope, { id }) => ({ subject: (await revokeInvitation(scope, id)).id }),
})

export const reinvite = seriesAction({
  may: 'people.edit',
  input: oneOfPeopleSchema,
  done: 'people.reinvited',
  run: async (scope, { id }) => ({ subject: (await restoreInvitation(scope, id)).id }),
})

export const revoke = seriesAction({
  may: 'people.edit',
  input: oneOfPeopleSchema,
  done: 'people.revoked',
  run: async (scope, { id }) => ({ subject: (await revokeMembership(scope, id)).id }),
})

export const restore = seriesAction({
  may: 'people.edit',
  input: oneOfPeopleSchema,
  done: 'people.restored',
  run: async (scope, { id }) => ({ subject: (await restoreMembership(scope, id)).id }),
})

export const setRole = seriesAction({
  may: 'people.edit',
  input: memberRoleSchema,
  done: 'people.roleChanged',
  run: async (scope, input) => ({ subject: (await changeRole(scope, input)).id }),
})
