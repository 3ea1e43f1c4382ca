import { publicRoute } from '@/lib/web/route'
import { calendarAnswer, entryOf } from '@/app/[locale]/(public)/calendar'
import { findStop } from '@/app/[locale]/(public)/load'

/** One stop as a calendar file. */
export const GET = publicRoute({}, async (request, { params }) => {
  const locale = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const found = await findStop(params.series ?? '', params.event ?? '')
  if (!found) return new Response(null, { status: 404 })
  if ('moved' in found) {
    const location = `/api/calendar/${found.moved.join('/')}?lang=${locale}`
    return new Response(null, { status: 308, headers: { location } })
  }
  const { tour, stop } = found
  return calendarAnswer([entryOf(stop, tour, locale)], { file: `${tour.slug}-${stop.slug}` })
})
