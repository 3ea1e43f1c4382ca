import type { Locale } from '@/lib/words/load'
import { escapeMarkdown } from './compose'
import type { RecapData } from './data'
import { namesOwed } from './thanks'

/** Why somebody would go without thanks, or might be thanked for nothing. `what` is a name or a title. */
export type Unthanked = {
  why:
    | 'not-named'
    | 'no-contact'
    | 'not-received'
    | 'not-told'
    | 'no-host'
    | 'no-people'
    | 'no-lead'
    | 'no-crew'
    | 'not-sent'
  what: string
  id: string | null
}

/**
 * Who would be left out if the article went out like this, and what is still open with those who gave: names that the
 * text does not contain, organisations without a person to thank, gifts that nobody marked as arrived or thanked for,
 * people to whom nobody has sent their thanks (`unsent`, by name).
 */
export function leftUnthanked(
  data: RecapData,
  locale: Locale,
  markdown: string,
  unsent: readonly string[] = [],
): Unthanked[] {
  const notSent = unsent.map((what) => ({ why: 'not-sent', what, id: null }) as const)
  return [...inTheText(data, locale, markdown), ...inTheLedger(data), ...atTheStop(data), ...notSent]
}

function inTheText(data: RecapData, locale: Locale, markdown: string): Unthanked[] {
  return namesOwed(data, locale)
    .filter((name) => !markdown.includes(escapeMarkdown(name)))
    .map((what) => ({ why: 'not-named', what, id: null }))
}

function inTheLedger({ gifts }: RecapData): Unthanked[] {
  const found: Unthanked[] = []
  for (const { id, title, status, sponsor, thanks } of gifts) {
    if (sponsor.kind === 'organisation' && thanks.length === 0) {
      found.push({ why: 'no-contact', what: `${sponsor.name} · ${title}`, id })
    }
    if (status === 'pledged') found.push({ why: 'not-received', what: `${sponsor.name} · ${title}`, id })
    if (status === 'received') found.push({ why: 'not-told', what: `${sponsor.name} · ${title}`, id })
  }
  return found
}

function atTheStop({ venue, gifts, talks, crew }: RecapData): Unthanked[] {
  const found: Unthanked[] = []
  if (venue && !gifts.some((gift) => gift.kind === 'venue')) found.push({ why: 'no-host', what: venue.name, id: null })
  for (const talk of talks) {
    const needsPeople = talk.kind === 'talk' || talk.kind === 'panel'
    if (needsPeople && talk.people.length === 0) found.push({ why: 'no-people', what: talk.title, id: talk.id })
  }
  if (crew.length === 0) found.push({ why: 'no-crew', what: '', id: null })
  else if (!crew.some((one) => one.leads)) found.push({ why: 'no-lead', what: '', id: null })
  return found
}
