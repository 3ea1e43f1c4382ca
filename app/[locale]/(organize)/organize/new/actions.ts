'use server'

import { createSeries } from '@/lib/series/commands'
import { newSeriesSchema } from '@/lib/series/schema'
import { ownerAction } from '@/lib/web/action'
import { expireInAction, seriesTag } from '@/lib/web/cache'

export const addSeries = ownerAction({
  input: newSeriesSchema,
  run: async (owner, input, once) => {
    const { slug } = await createSeries(owner, input, once)
    // Somebody may have asked for this address before and found nothing, which is remembered too.
    expireInAction(seriesTag(slug))
    return { goTo: `/organize/${slug}` }
  },
})
