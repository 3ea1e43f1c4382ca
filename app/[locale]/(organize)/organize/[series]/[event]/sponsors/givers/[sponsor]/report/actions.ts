'use server'

import { planAgain as plan } from '@/lib/recap/commands/again'
import { leaveOut as leave, putBack as put } from '@/lib/recap/commands/winner-thanks'
import { oneSchema } from '@/lib/sponsors/schema/gifts'
import { organizerAction } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'
import { words } from '@/lib/words/load'

export const planAgain = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  run: async (scope, { id }) => {
    const city = await plan(scope, id)
    return { message: words(await currentLocale(), 'reports')('again.planned', { city }) }
  },
})

export const leaveOut = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'reports.winners.isOut',
  run: async (scope, { id }) => {
    await leave(scope, id)
    return { subject: id }
  },
})

export const putBack = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'reports.winners.isIn',
  run: (scope, { id }) => put(scope, id),
})
