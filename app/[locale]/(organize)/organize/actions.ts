'use server'

import { acceptInvitation } from '@/lib/people/commands/membership'
import { oneOfPeopleSchema } from '@/lib/people/schema'
import { viewerAction } from '@/lib/web/action'

export const acceptMine = viewerAction({
  input: oneOfPeopleSchema,
  run: (viewer, { id }) => acceptInvitation(viewer, id),
})
