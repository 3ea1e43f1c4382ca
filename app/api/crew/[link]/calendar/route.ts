import { holderRoute } from '@/lib/web/route'
import { config } from '@/lib/config'
import { eventCalendar } from '@/lib/events/calendar'
import { findCrewPage } from '@/lib/volunteers/queries'
import { shiftEntry } from '@/lib/volunteers/rules'

/** A volunteer's shift as a calendar file. */
export const GET = holderRoute({ kind: 'crew' }, async (request, { holder }) => {
  const found = await findCrewPage(holder)
  if (!found) return new Response(null, { status: 404 })
  const locale = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const at = { site: config().SITE_URL, now: new Date() }
  const entries = [shiftEntry(found.volunteer, found.day, locale, at)]
  return new Response(eventCalendar(entries), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${found.day.slug}-crew.ics"`,
    },
  })
})
