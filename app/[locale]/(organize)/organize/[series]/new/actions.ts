'use server'

import { createEvent } from '@/lib/events/commands/create'
import { newEventSchema } from '@/lib/events/schema'
import { startFromStop } from '@/lib/tour/commands/start'
import { startSchema } from '@/lib/tour/schema'
import { seriesAction } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'
import { words } from '@/lib/words/load'

export const addStop = seriesAction({
  may: 'events.create',
  input: newEventSchema,
  run: async (scope, input, once) => {
    const { slug } = await createEvent(scope, input, once)
    return { goTo: `/organize/${scope.seriesSlug}/${slug}` }
  },
})

export const startStop = seriesAction({
  may: 'events.create',
  input: startSchema,
  run: async (scope, input, once) => {
    const t = words(await currentLocale(), 'tour')
    const placeholders = { talk: t('start.talkPlaceholder'), crew: t('start.crewPlaceholder') }
    const { slug } = await startFromStop(scope, { ...input, placeholders }, once)
    return { goTo: `/organize/${scope.seriesSlug}/${slug}` }
  },
})
