'use server'

import { getTranslations } from 'next-intl/server'
import { markPassedOn, retryMessage } from '@/lib/messages/commands/by-hand'
import { editMailing, holdMailing, sendMailing, testMailing, writeMailing } from '@/lib/messages/commands/mailing'
import { editMailingSchema, mailingSchema, messageSchema, sendMailingSchema } from '@/lib/messages/schema'
import { organizerAction } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'

const pageOf = (scope: { seriesSlug: string; eventSlug: string }, id: string) =>
  `/organize/${scope.seriesSlug}/${scope.eventSlug}/messages/${id}`

export const retry = organizerAction({
  may: 'guests.edit',
  input: messageSchema,
  done: 'messages.retried',
  run: (scope, { id }) => retryMessage(scope, id),
})

export const passOn = organizerAction({
  may: 'guests.edit',
  input: messageSchema,
  done: 'messages.passedOn',
  run: (scope, { id }) => markPassedOn(scope, id),
})

export const write = organizerAction({
  may: 'messages.send',
  input: mailingSchema,
  run: async (scope, input, once) => ({ goTo: pageOf(scope, (await writeMailing(scope, input, once)).id) }),
})

export const rewrite = organizerAction({
  may: 'messages.send',
  input: editMailingSchema,
  done: 'messages.mailing.saved',
  run: async (scope, input) => {
    await editMailing(scope, input)
  },
})

export const testToSelf = organizerAction({
  may: 'messages.send',
  input: messageSchema,
  done: 'messages.mailing.tested',
  run: async (scope, { id }) => testMailing(scope, id, await currentLocale()),
})

export const send = organizerAction({
  may: 'messages.send',
  input: sendMailingSchema,
  run: async (scope, input) => {
    const count = await sendMailing(scope, input)
    const t = await getTranslations('messages.mailing')
    return { message: input.at ? t('scheduled') : t('sent', { count }) }
  },
})

export const hold = organizerAction({
  may: 'messages.send',
  input: messageSchema,
  run: async (scope, { id }) => {
    const count = await holdMailing(scope, id)
    return { message: (await getTranslations('messages.mailing'))('held', { count }) }
  },
})
