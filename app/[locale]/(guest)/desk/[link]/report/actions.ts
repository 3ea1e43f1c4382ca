'use server'

import { giveAgain as give } from '@/lib/recap/commands/again'
import { nothingSchema } from '@/lib/sponsors/schema/needs'
import { holderAction } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'
import { words } from '@/lib/words/load'

export const giveAgain = holderAction({
  kind: 'desk',
  input: nothingSchema,
  run: async (desk) => {
    const city = await give(desk)
    return { message: words(await currentLocale(), 'reports')('again.given', { city }) }
  },
})
