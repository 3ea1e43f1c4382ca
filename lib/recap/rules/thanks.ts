import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'
import type { RecapData, RecapGift } from './data'

/** One line of thanks: who, from where, for what. A giver without named people is thanked under its own name. */
export type Thanks = { names: string[]; of: string; gave: string[]; everyStop: boolean }
type ThanksGroup = { group: 'crewLead' | 'venue' | 'sponsors' | 'speakers' | 'crew'; entries: Thanks[] }

/** Everybody to thank by name, in the order of the article: crew lead, venue, givers, speakers, crew. */
export function thanksOf(data: RecapData, locale: Locale): ThanksGroup[] {
  const venue = data.gifts.filter((gift) => gift.kind === 'venue')
  const others = data.gifts.filter((gift) => gift.kind !== 'venue')
  const groups: ThanksGroup[] = [
    { group: 'crewLead', entries: people(data.crew.filter((one) => one.leads)) },
    { group: 'venue', entries: givers(venue, locale) },
    { group: 'sponsors', entries: givers(others, locale) },
    { group: 'speakers', entries: people(data.talks.flatMap((talk) => talk.people)) },
    { group: 'crew', entries: people(data.crew.filter((one) => !one.leads)) },
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}

/** Every name that the article owes: people, and givers under their own name. */
export function namesOwed(data: RecapData, locale: Locale): string[] {
  const entries = thanksOf(data, locale).flatMap((group) => group.entries)
  return [...new Set(entries.flatMap((entry) => [...entry.names, entry.of]).filter(Boolean))]
}

function people(listed: readonly { name: string }[]): Thanks[] {
  const names = [...new Set(listed.map(({ name }) => name))]
  return names.length ? [{ names, of: '', gave: [], everyStop: false }] : []
}

function givers(gifts: readonly RecapGift[], locale: Locale): Thanks[] {
  const bySponsor = new Map<string, Thanks>()
  for (const gift of gifts) {
    const { sponsor } = gift
    const known = bySponsor.get(sponsor.id) ?? {
      names: [],
      of: inLanguage(locale, sponsor.name, sponsor.nameEn),
      gave: [],
      everyStop: sponsor.everyStop,
    }
    const names = [...new Set([...known.names, ...gift.thanks])]
    const gave = [...known.gave, inLanguage(locale, gift.title, gift.titleEn)]
    bySponsor.set(sponsor.id, { ...known, names, gave })
  }
  return [...bySponsor.values()]
}
