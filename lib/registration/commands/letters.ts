import 'server-only'
import { config } from '@/lib/config'
import type { Transaction } from '@/lib/database/client'
import { gaps, type Outgoing, putAllInOutbox, type Rank } from '@/lib/mail/outbox'
import { linkPath, makeLink } from '@/lib/people/holder'
import { newUuid } from '@/lib/values/uuid'
import { instantText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { calendarOf, eventForLetters, factsOf, type LetterEvent } from '../queries/announcement'
import { releasesAt } from '../rules/seats'

type Kind = {
  rank: Rank
  /** Carries the stop as a calendar file. */
  calendar?: true
  /** May be the first that this address hears of us: offers a way to say "this wasn't me". */
  first?: true
}

/**
 * The messages about one's own registration. A new one is one entry here and its words, `mail.<name>.subject` and
 * `mail.<name>.lead`, in both languages.
 */
export const kinds = {
  ticket: { rank: 'seat', calendar: true, first: true },
  waiting: { rank: 'seat', first: true },
  pending: { rank: 'seat', first: true },
  promoted: { rank: 'seat', calendar: true },
  approved: { rank: 'seat', calendar: true },
  declined: { rank: 'seat' },
  cancelled: { rank: 'seat' },
  again: { rank: 'again', first: true },
  // Not the first: what "this wasn't me" would end is the reader's own registration.
  repeated: { rank: 'again' },
  offered: { rank: 'seat' },
  lapsed: { rank: 'seat' },
  drawn: { rank: 'seat', calendar: true },
  undrawn: { rank: 'seat' },
  handed: { rank: 'seat', calendar: true, first: true },
  reconfirm: { rank: 'seat' },
  released: { rank: 'seat' },
  reminder: { rank: 'seat', calendar: true },
  unclaimed: { rank: 'seat' },
} as const satisfies Record<string, Kind>

/** The occasions of a message about one's own registration. */
export type Occasion = keyof typeof kinds

/** To whom a message about a registration goes. */
export type Addressee = {
  name: string
  contact: string
  locale: string
  ticketCode: string
  offerExpiresAt?: Date | null
  /** Until when, of an occasion that names a time and is no offer. */
  until?: Date | undefined
}
export type Letter = { occasion: Occasion; registrationId: string; to: Addressee; secret: string }

/**
 * Puts a message about a registration in the outbox, in the person's language, with a fresh link to the ticket; earlier
 * links stay valid. Pass `secret` where a link was just made.
 */
export async function putLetter(
  tx: Transaction,
  occasion: Occasion,
  about: { seriesId: string; eventId: string; registrationId: string; secret?: string; until?: Date },
): Promise<void> {
  const { seriesId, eventId, registrationId } = about
  const to = await tx.registration.findUniqueOrThrow({
    where: { key: { eventId, id: registrationId } },
    select: { name: true, contact: true, locale: true, ticketCode: true, offerExpiresAt: true },
  })
  const secret = about.secret ?? (await makeLink(tx, 'ticket', { seriesId, eventId, subjectId: registrationId }))
  await putLetters(tx, { seriesId, eventId }, [{ occasion, registrationId, to: { ...to, until: about.until }, secret }])
}

/**
 * Several messages about registrations of one event by one statement; otherwise like `putLetter`. Pass `known` where the
 * stop was just read.
 */
export async function putLetters(
  tx: Transaction,
  { seriesId, eventId }: { seriesId: string; eventId: string },
  letters: Letter[],
  known?: LetterEvent,
): Promise<void> {
  if (letters.length === 0) return
  const event = known ?? (await eventForLetters(tx, eventId))
  const sheets = sheetsOf(event)
  const outgoing = letters.map((letter): Outgoing => {
    const { occasion, registrationId, to } = letter
    const about = { occasion, locale: localeOf(to), byMail: to.contact.includes('@') }
    const key = JSON.stringify(about)
    const sheet = sheets.get(key) ?? sheetFor(event, about)
    sheets.set(key, sheet)
    return {
      kind: `registration-${occasion}`,
      rank: kinds[occasion].rank,
      dedupeKey: newUuid(),
      locale: about.locale,
      recipient: to.contact,
      recipientName: to.name,
      ...sheet(to),
      link: `${config().SITE_URL}${linkPath('ticket', letter.secret)}`,
      seriesId,
      eventId,
      registrationId,
    }
  })
  await putAllInOutbox(tx, outgoing)
}

/** The language that somebody chose when registering. */
export const localeOf = ({ locale }: { locale: string }): Locale => (locale === 'en' ? 'en' : 'zh')

// Where what is each person's own goes.
const own = { name: gaps[0], code: gaps[1], until: gaps[2] }
// Stay as they are: the sender puts the links there.
const links = { link: '{link}', notMe: '{notMe}' }

type Sheet = (to: Addressee) => Pick<Outgoing, 'subject' | 'text' | 'own' | 'calendar'>
type About = { occasion: Occasion; locale: Locale; byMail: boolean }

// A sheet takes a while to set, so those of the stops that were written about last are kept; whatever changes of a stop
// makes others.
const kept = new Map<string, Map<string, Sheet>>()
const mostStops = 20

function sheetsOf(event: LetterEvent): Map<string, Sheet> {
  const facts = JSON.stringify(event)
  const sheets = kept.get(facts) ?? new Map<string, Sheet>()
  kept.delete(facts)
  kept.set(facts, sheets)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostStops) break
    kept.delete(oldest)
  }
  return sheets
}

/** One occasion's text in one language, set once; what is each person's own is filled in afterwards. */
function sheetFor(event: LetterEvent, { occasion, locale, byMail }: About): Sheet {
  const t = words(locale, 'registration')
  const kind: Kind = kinds[occasion]
  const values = { ...factsOf(event, locale), ...releaseOf(event, locale), ...own, ...links }
  const subject = t(`mail.${occasion}.subject`, values)
  const text = [
    t('mail.hello', values),
    t(`mail.${occasion}.lead`, values),
    t('mail.facts', values),
    t('mail.link', values),
    ...(kind.first && byMail ? [t(occasion === 'handed' ? 'mail.notMine' : 'mail.notMe', values)] : []),
    t('mail.bye', values),
  ].join('\n\n')
  const calendar = kind.calendar ? { calendar: calendarOf(event, locale) } : {}
  return ({ name, ticketCode, offerExpiresAt, until: named }) => {
    const at = named ?? offerExpiresAt
    const until = at ? instantText(at, event.timeZone, locale) : ''
    return { subject, text, own: [name, ticketCode, until], ...calendar }
  }
}

/** When seats without an answer to "still coming?" go back, in words. */
function releaseOf(event: LetterEvent, locale: Locale) {
  const at = releasesAt(event)
  return { released: at ? 'yes' : 'no', release: at ? instantText(at, event.timeZone, locale) : '' }
}
