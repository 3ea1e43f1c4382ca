'use server'

import { acceptInvitation } from '@/lib/people/commands/membership'
import { renameSelf } from '@/lib/people/commands/rename'
import { unlinkAccount } from '@/lib/people/commands/sign-in'
import { oneOfPeopleSchema, ownNameSchema, providerSchema } from '@/lib/people/schema'
import { viewerAction } from '@/lib/web/action'

export const acceptMine = viewerAction({
  input: oneOfPeopleSchema,
  run: (viewer, { id }) => acceptInvitation(viewer, id),
})

export const saveOwnName = viewerAction({
  input: ownNameSchema,
  done: 'people.own.saved',
  run: async (viewer, input, once) => {
    await renameSelf(viewer, input, once)
  },
})

export const disconnect = viewerAction({
  input: providerSchema,
  done: 'people.own.disconnected',
  run: (viewer, { provider }) => unlinkAccount(viewer, provider),
})
