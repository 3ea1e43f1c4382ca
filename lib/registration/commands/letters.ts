import 'server-only'
import { randomUUID } from 'node:crypto'
import { config } from '@/lib/config'
import type { Transaction } from '@/lib/database/client'
import { calendarEntry, eventCalendar, placeText } from '@/lib/events/calendar'
import { putAllInOutbox } from '@/lib/mail/outbox'
import { linkPath, makeLink } from '@/lib/people/holder'
import { inLanguage } from '@/lib/values/language'
import { instantText } from '@/lib/values/when'
import { type Locale, languageTag, words } from '@/lib/words/load'

/** The occasions of a message about one's own registration. */
export type Occasion =
  | 'ticket'
  | 'waiting'
  | 'pending'
  | 'promoted'
  | 'approved'
  | 'declined'
  | 'cancelled'
  | 'again'
  | 'offered'
  | 'lapsed'

const withCalendar: readonly Occasion[] = ['ticket', 'promoted', 'approved']

/** To whom a message about a registration goes. */
export type Addressee = {
  name: string
  contact: string
  locale: string
  ticketCode: string
  offerExpiresAt?: Date | null
}
export type Letter = { occasion: Occasion; registrationId: string; to: Addressee; secret: string }

/**
 * Puts a message about a registration in the outbox, in the person's language, with a fresh link to the ticket; earlier
 * links stay valid. Pass `secret` where a link was just made.
 */
export async function putLetter(
  tx: Transaction,
  occasion: Occasion,
  about: { seriesId: string; eventId: string; registrationId: string; secret?: string },
): Promise<void> {
  const { seriesId, eventId, registrationId } = about
  const to = await tx.registration.findUniqueOrThrow({
    where: { key: { eventId, id: registrationId } },
    select: { name: true, contact: true, locale: true, ticketCode: true, offerExpiresAt: true },
  })
  const secret = about.secret ?? (await makeLink(tx, 'ticket', { seriesId, eventId, subjectId: registrationId }))
  await putLetters(tx, { seriesId, eventId }, [{ occasion, registrationId, to, secret }])
}

/** Several messages about registrations of one event by one statement; otherwise like `putLetter`. */
export async function putLetters(
  tx: Transaction,
  { seriesId, eventId }: { seriesId: string; eventId: string },
  letters: Letter[],
): Promise<void> {
  if (letters.length === 0) return
  const event = await eventFor(tx, eventId)
  const sheets = new Map<string, ReturnType<typeof sheetFor>>()
  const outgoing = letters.map(({ occasion, registrationId, to, secret }) => {
    const locale: Locale = to.locale === 'en' ? 'en' : 'zh'
    const sheet = sheets.get(`${occasion}/${locale}`) ?? sheetFor(event, occasion, locale)
    sheets.set(`${occasion}/${locale}`, sheet)
    return {
      kind: `registration-${occasion}`,
      dedupeKey: `${registrationId}:${randomUUID()}`,
      locale,
      recipient: to.contact,
      recipientName: to.name,
      ...sheet(to),
      link: `${config().SITE_URL}${linkPath('ticket', secret)}`,
      seriesId,
      eventId,
    }
  })
  await putAllInOutbox(tx, outgoing)
}

// Where what is each person's own goes: code points that no text may hold.
const gaps = { name: '\ufdd0', code: '\ufdd1', until: '\ufdd2' }

/** One occasion's text in one language, set once; what is each person's own is filled in afterwards. */
function sheetFor(event: EventFacts, occasion: Occasion, locale: Locale) {
  const t = words(locale, 'registration')
  // The link stays as it is: the sender puts it there.
  const values = { ...factsOf(event, locale), ...gaps, link: '{link}' }
  const subject = t(`mail.${occasion}.subject`, values)
  const text = [
    t('mail.hello', values),
    t(`mail.${occasion}.lead`, values),
    t('mail.facts', values),
    t('mail.link', values),
    t('mail.bye', values),
  ].join('\n\n')
  const calendar = withCalendar.includes(occasion)
    ? { calendar: eventCalendar([calendarEntry(event, locale, { site: config().SITE_URL, now: new Date() })]) }
    : {}
  return ({ name, ticketCode, offerExpiresAt }: Addressee) => {
    const until = offerExpiresAt ? instantText(offerExpiresAt, event.timeZone, locale) : ''
    const own: Record<string, string> = { [gaps.name]: name, [gaps.code]: ticketCode, [gaps.until]: until }
    const fill = (sheet: string) => sheet.replace(/[\ufdd0-\ufdd2]/g, (gap) => own[gap] ?? '')
    return { subject: fill(subject), text: fill(text), ...calendar }
  }
}

type EventFacts = Awaited<ReturnType<typeof eventFor>>

const eventFor = (tx: Transaction, eventId: string) =>
  tx.event.findUniqueOrThrow({ where: { id: eventId }, include: { series: true, venue: true } })

function factsOf(event: EventFacts, locale: Locale) {
  const when = new Intl.DateTimeFormat(languageTag[locale], {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: event.timeZone,
  }).format(event.startsAt)
  const t = words(locale, 'registration')
  return {
    series: inLanguage(locale, event.series.name, event.series.nameEn),
    city: inLanguage(locale, event.city, event.cityEn),
    organizer: event.series.organizerName,
    when: `${when} (${event.timeZone})`,
    where: placeText(event, locale) || t('mail.placeOpen'),
  }
}
