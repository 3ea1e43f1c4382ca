import { inLanguage } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'

const owedKinds = ['contact', 'sponsor', 'speaker', 'volunteer'] as const
type OwedKind = (typeof owedKinds)[number]
/** What somebody gave: a gift, or a talk held. */
export type GaveThing = { kind: string; title: string; titleEn: string | null; quantity: number | null }

/** Somebody whom a stop owes thanks, what was written and whether it was sent. `contact` and `sponsor` give gifts. */
export type Owed = {
  kind: OwedKind
  id: string
  name: string
  /** Their organisation; '' for people of their own. */
  of: string
  ofEn: string | null
  email: string | null
  gave: GaveThing[]
  role: string
  leads: boolean
  text: string
  textEn: string | null
  channel: 'mail' | 'chat' | 'card' | null
  sentAt: Date | null
  version: number
}
export type OwedStop = { city: string; cityEn: string; organizer: string; series: string; seriesEn: string | null }

/** The groups of the list, in its order. */
export const owedGroups = ['venue', 'sponsors', 'speakers', 'crew'] as const
type OwedGroup = (typeof owedGroups)[number]

export function groupOf(owed: Pick<Owed, 'kind' | 'gave'>): OwedGroup {
  if (owed.kind === 'speaker') return 'speakers'
  if (owed.kind === 'volunteer') return 'crew'
  return owed.gave.some(({ kind }) => kind === 'venue') ? 'venue' : 'sponsors'
}

/** Who has not been thanked yet. */
export const unsentOf = <One extends Pick<Owed, 'sentAt'>>(owed: readonly One[]): One[] =>
  owed.filter(({ sentAt }) => sentAt === null)

/** What they gave in words, with how many where that is known. */
export function gaveText(gave: readonly GaveThing[], locale: Locale): string {
  const t = words(locale, 'thanks')
  const things = gave.map(({ title, titleEn, quantity, kind }) => {
    const what = inLanguage(locale, title, titleEn)
    return kind === 'prize' && quantity !== null && quantity > 1 ? t('sentence.count', { what, count: quantity }) : what
  })
  return new Intl.ListFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { type: 'conjunction' }).format([...new Set(things)])
}

/** The same within a sentence: "the room", where it stood as "The room" in a list. Titles of talks stay as they are. */
export function gaveInside(gave: readonly GaveThing[], locale: Locale): string {
  const lowered = (title: string) => title.replace(/^(The|An?) /, (article) => article.toLowerCase())
  const things = gave.map(({ kind, title, titleEn, ...rest }) =>
    kind === 'talk'
      ? { kind, title, titleEn, ...rest }
      : { kind, title: lowered(title), titleEn: titleEn && lowered(titleEn), ...rest },
  )
  return gaveText(things, locale)
}

/** The sentence proposed to somebody: by name, for what they really gave. */
export function proposedThanks(owed: Owed, stop: OwedStop, locale: Locale): string {
  const t = words(locale, 'thanks')
  const values = {
    name: owed.name,
    of: inLanguage(locale, owed.of, owed.ofEn),
    city: inLanguage(locale, stop.city, stop.cityEn),
    series: inLanguage(locale, stop.series, stop.seriesEn),
    organizer: stop.organizer,
    role: owed.role,
    gave: gaveInside(owed.gave, locale),
  }
  return [t('sentence.hello', values), t(`sentence.${keyOf(owed)}`, values), t('sentence.bye', values)].join('\n')
}

/** What stands for them in a language: what somebody wrote, else the proposal. */
export const thanksText = (owed: Owed, stop: OwedStop, locale: Locale): string =>
  (locale === 'en' ? owed.textEn : owed.text) || proposedThanks(owed, stop, locale)

function keyOf(owed: Owed) {
  if (owed.kind === 'volunteer') return owed.leads ? 'lead' : owed.role ? 'crew' : 'hands'
  if (owed.kind === 'speaker') return 'speaker'
  const kinds = new Set(owed.gave.map(({ kind }) => kind))
  const own = owed.of === '' || owed.of === owed.name
  if (kinds.has('venue')) return own ? 'venueOwn' : 'venue'
  if (kinds.has('prize')) return own ? 'prizeOwn' : 'prize'
  return own ? 'giftOwn' : 'gift'
}
