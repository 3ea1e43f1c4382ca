import 'server-only'
import { randomUUID } from 'node:crypto'
import { config } from '@/lib/config'
import type { Transaction } from '@/lib/database/client'
import { calendarEntry, eventCalendar, placeText } from '@/lib/events/calendar'
import { putInOutbox } from '@/lib/mail/outbox'
import { linkPath, makeLink } from '@/lib/people/holder'
import { inLanguage } from '@/lib/values/language'
import { type Locale, languageTag, words } from '@/lib/words/load'

/** The occasions of a message about one's own registration. */
export type Occasion = 'ticket' | 'waiting' | 'pending' | 'promoted' | 'approved' | 'declined' | 'cancelled' | 'again'

const withCalendar: readonly Occasion[] = ['ticket', 'promoted', 'approved']

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
  const registration = await tx.registration.findUniqueOrThrow({
    where: { key: { eventId, id: registrationId } },
    select: { name: true, contact: true, locale: true, ticketCode: true, waitlistPosition: true, status: true },
  })
  const event = await eventFor(tx, eventId)
  const secret = about.secret ?? (await makeLink(tx, 'ticket', { seriesId, eventId, subjectId: registrationId }))
  const locale: Locale = registration.locale === 'en' ? 'en' : 'zh'
  const t = words(locale, 'registration')
  const facts = factsOf(event, locale)
  const values = {
    ...facts,
    name: registration.name,
    code: registration.ticketCode,
    // Stays as it is: the sender puts the link there.
    link: '{link}',
  }
  await putInOutbox(tx, {
    kind: `registration-${occasion}`,
    dedupeKey: `${registrationId}:${randomUUID()}`,
    locale,
    recipient: registration.contact,
    recipientName: registration.name,
    subject: t(`mail.${occasion}.subject`, values),
    text: [
      t('mail.hello', values),
      t(`mail.${occasion}.lead`, values),
      t('mail.facts', values),
      t('mail.link', values),
      t('mail.bye', values),
    ].join('\n\n'),
    link: `${config().SITE_URL}${linkPath('ticket', secret)}`,
    ...(withCalendar.includes(occasion)
      ? { calendar: eventCalendar([calendarEntry(event, locale, { site: config().SITE_URL, now: new Date() })]) }
      : {}),
    seriesId,
    eventId,
  })
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
