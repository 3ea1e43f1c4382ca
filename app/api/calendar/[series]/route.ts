import { publicRoute } from '@/lib/web/route'
import { calendarAnswer, entryOf } from '@/app/[locale]/(public)/calendar'
import { findTour } from '@/app/[locale]/(public)/load'
import { inLanguage } from '@/lib/values/language'

/** All published stops of a series, to subscribe to; cancelled ones stay in it as cancelled. */
export const GET = publicRoute({}, async (request, { params }) => {
  const locale = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const found = await findTour(params.series ?? '')
  if (!found) return new Response(null, { status: 404 })
  if ('moved' in found) {
    return new Response(null, { status: 308, headers: { location: `/api/calendar/${found.moved}?lang=${locale}` } })
  }
  const { tour } = found
  const entries = tour.stops.map((stop) => entryOf(stop, tour, locale))
  return calendarAnswer(entries, { name: inLanguage(locale, tour.name, tour.nameEn), file: tour.slug })
})
