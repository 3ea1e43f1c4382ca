import { organizerRoute } from '@/lib/web/route'
import { findStop } from '@/app/[locale]/(public)/load'
import { posterOf } from '@/app/[locale]/(public)/poster'
import { drawPicture } from '@/lib/media/pictures/draw'
import { findOwed } from '@/lib/recap/queries/owed'
import { gaveText } from '@/lib/recap/rules/owed'
import { spanText } from '@/lib/values/when'
import { isLocale, words } from '@/lib/words/load'

/** The thank-you card of one person: the stop's own picture with their name on it. Never cached: it names somebody. */
export const GET = organizerRoute({ may: 'recap.edit' }, async (request, { params, scope }) => {
  const { owed } = await findOwed(scope)
  const one = owed.find(({ kind, id }) => kind === params.kind && id === params.id)
  const found = one && (await findStop(scope.seriesSlug, scope.eventSlug))
  if (!one || !found || 'moved' in found) return new Response(null, { status: 404 })
  const asked = new URL(request.url).searchParams.get('lang')
  const locale = isLocale(asked) ? asked : 'zh'
  const t = words(locale, 'thanks')
  const stop = {
    ...posterOf(found.stop, 'tall', locale),
    // Thanks come afterwards, perhaps in another year.
    dateText: spanText(found.stop, locale, new Date()),
    badge: t('badge'),
    title: t('cardTitle', { name: one.name }),
    venueText: gaveText(one.gave, locale),
    freeText: '',
  }
  const picture = await drawPicture(stop, 'tall', locale)
  return new Response(new Uint8Array(picture.bytes), { headers: { 'content-type': picture.type } })
})
