import { holderRoute } from '@/lib/web/route'
import { config } from '@/lib/config'
import { eventCalendar } from '@/lib/events/calendar'
import { findSpeakerPage } from '@/lib/program/queries/speakers'
import { talkEntry } from '@/lib/program/rules'

/** A speaker's talks at a stop as a calendar file. */
export const GET = holderRoute({ kind: 'speaker' }, async (request, { holder }) => {
  const found = await findSpeakerPage(holder)
  if (!found) return new Response(null, { status: 404 })
  const locale = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const at = { site: config().SITE_URL, now: new Date() }
  const entries = found.talks.map((talk) => talkEntry(talk, found.day, locale, at))
  return new Response(eventCalendar(entries), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${found.day.slug}-speaker.ics"`,
    },
  })
})
