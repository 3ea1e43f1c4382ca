'use server'

import { editSeries } from '@/lib/series/commands'
import { editSeriesSchema } from '@/lib/series/schema'
import { seriesAction } from '@/lib/web/action'
import { expireInAction, seriesTag } from '@/lib/web/cache'

export const saveSeries = seriesAction({
  may: 'series.edit',
  input: editSeriesSchema,
  done: 'series.form.saved',
  run: async (scope, input) => {
    const { slug } = await editSeries(scope, input)
    expireInAction(seriesTag(slug))
    return slug === scope.seriesSlug ? {} : { goTo: `/organize/${slug}/edit` }
  },
})
