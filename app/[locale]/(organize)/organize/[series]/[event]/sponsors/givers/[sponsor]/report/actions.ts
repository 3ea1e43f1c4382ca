'use server'

import { planAgain as plan } from '@/lib/recap/commands/again'
import { oneSchema } from '@/lib/sponsors/schema'
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
