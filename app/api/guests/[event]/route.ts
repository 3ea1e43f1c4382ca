import { eachGuest } from '@/lib/registration/queries/export'
import type { GuestRow } from '@/lib/registration/queries/guests'
import { isGuestTab } from '@/lib/registration/schema'
import { byteOrderMark, csvLine } from '@/lib/values/csv'
import { wallTimeOf } from '@/lib/values/time'
import { organizerRoute } from '@/lib/web/route'
import { type Locale, words } from '@/lib/words/load'

/** The guest list as the page shows it, as CSV that Excel opens right; streamed page by page. */
export const GET = organizerRoute({ may: 'guests.view' }, (request, { scope }) => {
  const { searchParams } = new URL(request.url)
  const tab = searchParams.get('tab')
  const locale: Locale = searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const filter = { tab: isGuestTab(tab) ? tab : ('all' as const), q: (searchParams.get('q') ?? '').slice(0, 80) }
  const encoder = new TextEncoder()
  const guests = eachGuest(scope, filter)
  let started = false
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!started) {
        started = true
        controller.enqueue(encoder.encode(byteOrderMark + headLine(locale)))
      }
      const { value, done } = await guests.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(guestLine(value, locale, scope.timeZone)))
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="guests-${scope.eventSlug}.csv"`,
    },
  })
})

const columns = ['name', 'contact', 'status', 'place', 'code', 'registered', 'cameIn', 'news', 'photos'] as const

function headLine(locale: Locale): string {
  const t = words(locale, 'registration')
  return csvLine(columns.map((column) => t(`guests.csv.${column}`)))
}

function guestLine(row: GuestRow, locale: Locale, timeZone: string): string {
  const t = words(locale, 'registration')
  const at = (instant: Date | null) => (instant ? wallTimeOf(instant, timeZone).replace('T', ' ') : '')
  const yes = (since: Date | null) => (since ? t('guests.csvYes') : '')
  return csvLine([
    row.name,
    row.contact.startsWith('erased:') ? '' : row.contact,
    t(`guests.csvStatus.${row.status}`),
    row.status === 'waitlisted' ? String(row.waitlistPosition ?? '') : '',
    row.ticketCode,
    at(row.createdAt),
    at(row.cameInAt),
    yes(row.newsConsentAt),
    yes(row.photoConsentAt),
  ])
}
