import 'server-only'
import { config } from '@/lib/config'
import { database, type Transaction } from '@/lib/database/client'
import { calendarEntry, eventCalendar, placeText } from '@/lib/events/calendar'
import { ranks } from '@/lib/mail/outbox'
import { keepWanted } from '@/lib/mail/stops'
import type { EventScope } from '@/lib/people/scope'
import { addressIn } from '@/lib/values/address'
import { inLanguage } from '@/lib/values/language'
import { type Locale, languageTag, locales, words } from '@/lib/words/load'
import { zoneName } from '@/lib/words/zone'

/** The stop as letters tell of it, without what each registration moves; read once for many letters. */
export const eventForLetters = (tx: Transaction, eventId: string) =>
  tx.event.findUniqueOrThrow({
    where: { id: eventId },
    include: { series: true, venue: true },
    omit: { serial: true, confirmedCount: true, openCount: true, waitlistLast: true },
  })
export type LetterEvent = Awaited<ReturnType<typeof eventForLetters>>

/** The stop as a calendar file in a reader's language. */
export const calendarOf = (event: LetterEvent, locale: Locale): string =>
  eventCalendar([calendarEntry(event, locale, { site: config().SITE_URL, now: new Date() })], {
    method: event.cancelledAt ? 'cancel' : 'publish',
    organizer: { name: event.series.organizerName, email: addressIn(config().MAIL_FROM) },
  })

/** The facts that every letter names, in the reader's language and the stop's own zone. */
export function factsOf(event: LetterEvent, locale: Locale) {
  const when = new Intl.DateTimeFormat(languageTag[locale], {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: event.timeZone,
  }).format(event.startsAt)
  const zone = zoneName(event.timeZone, locale)
  const t = words(locale, 'registration')
  return {
    series: inLanguage(locale, event.series.name, event.series.nameEn),
    city: inLanguage(locale, event.city, event.cityEn),
    organizer: event.series.organizerName,
    when: locale === 'en' ? `${when} (${zone})` : `${when}（${zone}）`,
    where: placeText(event, locale) || t('mail.placeOpen'),
  }
}

/** How a plan can change so that everybody who registered must hear of it. */
export type PlanChange = 'cancelled' | 'postponed' | 'rescheduled' | 'resumed'

/** Where a reader's name goes: a code point that no text may hold. */
export const nameGap = '\ufdd0'

/** A changed plan in words, the same for everybody of one language but for the name. */
export function changedWords(event: LetterEvent, change: PlanChange, locale: Locale) {
  const t = words(locale, 'registration')
  const facts = factsOf(event, locale)
  const values = {
    ...facts,
    ...(change === 'postponed' ? { when: t('mail.dateOpen') } : {}),
    reason: event.changeReason,
    name: nameGap,
    link: '{link}',
  }
  const text = [
    t('mail.hello', values),
    t(`change.${change}.lead`, values),
    t('mail.facts', values),
    t('change.link', values),
    t('mail.bye', values),
  ]
  return { subject: t(`change.${change}.subject`, values), text: text.join('\n\n') }
}

/** How many will hear of a change: by mail, and by hand because only a phone number is known. */
export async function countHearers(scope: EventScope<'event.edit'>): Promise<{ mail: number; hand: number }> {
  const rows = await database().$queryRaw<{ contact: string }[]>`
    SELECT contact FROM registrations
    WHERE event_id = ${scope.eventId}::uuid AND status IN ('pending', 'confirmed', 'waitlisted')
      AND contact NOT LIKE 'erased:%'`
  const mailed = rows.map(({ contact }) => contact).filter((contact) => contact.includes('@'))
  const wanted = await keepWanted(database(), ranks.change, mailed)
  return { mail: wanted.size, hand: rows.length - mailed.length }
}

/** What everybody would read, in both languages, if the plan changed now for this reason. */
export async function previewChange(scope: EventScope<'event.edit'>, change: PlanChange, reason: string) {
  const event = await eventForLetters(database(), scope.eventId)
  return locales.map((locale) => {
    const { subject, text } = changedWords({ ...event, changeReason: reason }, change, locale)
    const t = words(locale, 'registration')
    return {
      locale,
      subject,
      text: text.replace(nameGap, t('change.someone')).replace('{link}', `${config().SITE_URL}/t/…`),
    }
  })
}
