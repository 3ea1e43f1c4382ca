import { holderRoute } from '@/lib/web/route'
import { config } from '@/lib/config'
import { calendarEntry, eventCalendar } from '@/lib/events/calendar'
import { findTicket } from '@/lib/registration/queries/ticket'

/** The stop of a ticket as a calendar file, also when it is no longer public. */
export const GET = holderRoute({ kind: 'ticket' }, async (request, { holder }) => {
  const ticket = await findTicket(holder)
  if (!ticket) return new Response(null, { status: 404 })
  const locale = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const entry = calendarEntry(ticket.event, locale, { site: config().SITE_URL, now: new Date() })
  return new Response(eventCalendar([entry]), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${ticket.event.slug}.ics"`,
    },
  })
})
