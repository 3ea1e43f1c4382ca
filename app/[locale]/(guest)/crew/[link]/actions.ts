'use server'

import { answerAsVolunteer } from '@/lib/volunteers/commands'
import { answerSchema } from '@/lib/volunteers/schema'
import { holderAction } from '@/lib/web/action'

export const answer = holderAction({
  kind: 'crew',
  input: answerSchema,
  run: async (holder, input) => {
    await answerAsVolunteer(holder, input.answer)
  },
})
