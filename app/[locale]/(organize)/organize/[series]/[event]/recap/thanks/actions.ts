'use server'

import { sendThanks as send, unsendThanks as unsend, writeThanks as write } from '@/lib/recap/commands/thanks'
import { sendThanksSchema, unsendThanksSchema, writeThanksSchema } from '@/lib/recap/schema/thanks'
import { organizerAction } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'
import { words } from '@/lib/words/load'

export const writeThanks = organizerAction({
  may: 'recap.edit',
  input: writeThanksSchema,
  done: 'thanks.saved',
  run: (scope, input) => write(scope, input),
})

export const sendThanks = organizerAction({
  may: 'recap.edit',
  input: sendThanksSchema,
  run: async (scope, input) => {
    const name = await send(scope, input)
    return { message: words(await currentLocale(), 'thanks')('done', { name }), subject: input.id }
  },
})

export const unsendThanks = organizerAction({
  may: 'recap.edit',
  input: unsendThanksSchema,
  done: 'thanks.undone',
  run: (scope, input) => unsend(scope, input),
})
