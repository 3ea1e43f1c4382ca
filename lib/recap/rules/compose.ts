import { inLanguage } from '@/lib/values/language'
import type { PictureRef } from '@/lib/values/picture'
import { lineDays } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import type { RecapData, RecapGift, RecapStop, RecapTalk, Written } from './data'
import { type Thanks, thanksOf } from './thanks'

/** A piece of the article; `markdown` is text that people may have written. */
export type Block =
  | { kind: 'text'; markdown: string }
  | { kind: 'line'; stops: { label: string; date: string; state: 'done' | 'now' | 'next' }[] }
  | { kind: 'session'; session: Session }
  | { kind: 'prizes'; prizes: Prize[] }
  | { kind: 'thanks'; label: string; entries: Thanks[] }
  | { kind: 'next'; label: string; city: string; date: string }

export type Session = {
  number: number
  title: string
  people: { name: string; about: string }[]
  body: string
  highlight: { kind: string; label: string; lines: string[] } | null
}
export type Prize = { title: string; detail: string; sponsor: string; photo?: PictureRef }
export type Section = { id: string; title: string; blocks: Block[] }
export type Article = { headline: string; byline: string; sections: Section[] }

type Voice = { locale: Locale; t: ReturnType<typeof words<'recap'>> }

/**
 * The article of a stop in one language, in the order of the tour's own recaps. Sentences that nobody wrote are
 * generated; names, prizes and dates always come from the data, so that no hand can leave one out.
 */
export function composeRecap(data: RecapData, locale: Locale): Article {
  const voice = { locale, t: words(locale, 'recap') }
  const sections = [
    opening(data, voice),
    crew(data, voice),
    icebreaker(data, voice),
    sessions(data, voice),
    raffle(data, voice),
    thanks(data, voice),
    closing(data, voice),
  ]
  return {
    headline: written(data, voice, 'headline') || generatedTexts(data, locale).headline,
    byline: voice.t('byline', { organizer: data.series.organizerName, date: longDate(data.event, voice) }),
    sections: sections.filter((section) => section !== null),
  }
}

/** The sentences that stand where nobody wrote anything. */
export function generatedTexts(data: RecapData, locale: Locale) {
  const t = words(locale, 'recap')
  const voice = { locale, t }
  const city = cityOf(data.event, voice)
  const { number } = data.event
  const prizes = prizesOf(data).length
  const before = data.stops.filter((stop) => stop.startsAt < data.event.startsAt).map((stop) => cityOf(stop, voice))
  const facts = { number, city, sessions: sessionsOf(data).length, prizes }
  const series = inLanguage(locale, data.series.name, data.series.nameEn)
  const place = { series, number, city, date: longDate(data.event, voice) }
  return {
    headline: t('generated.headline', facts),
    opening: before.length
      ? t('generated.openingOn', { ...place, before: listed(before, locale) })
      : t('generated.openingFirst', place),
    icebreaker: data.talks.some((talk) => talk.kind === 'icebreaker') ? t('generated.icebreaker') : '',
    raffle: prizes ? t('generated.raffle', { prizes }) : '',
    closing: nextOf(data) ? t('generated.closing') : t('generated.closingOpen'),
  }
}

function opening(data: RecapData, voice: Voice): Section {
  const days = lineDays(data.stops, voice.locale, new Date(data.event.startsAt))
  const stops = data.stops.map((stop, index) => ({
    label: cityOf(stop, voice),
    date: days[index] ?? '',
    state:
      stop.id === data.event.id
        ? ('now' as const)
        : stop.startsAt < data.event.startsAt
          ? ('done' as const)
          : ('next' as const),
  }))
  const blocks: Block[] = [text(data, voice, 'opening')]
  if (stops.length > 1) blocks.push({ kind: 'line', stops })
  return { id: 'opening', title: voice.t('sections.opening'), blocks }
}

function crew(data: RecapData, { locale, t }: Voice): Section | null {
  if (data.crew.length === 0) return null
  const leads = data.crew.filter((one) => one.leads).map((one) => escapeMarkdown(one.name))
  const others = data.crew.filter((one) => !one.leads).map((one) => escapeMarkdown(one.name))
  const names = { leads: listed(leads, locale), others: listed(others, locale) }
  const key = leads.length === 0 ? 'crewOnly' : others.length === 0 ? 'crewLead' : 'crew'
  return { id: 'crew', title: t('sections.crew'), blocks: [{ kind: 'text', markdown: t(`generated.${key}`, names) }] }
}

function icebreaker(data: RecapData, voice: Voice): Section | null {
  const block = text(data, voice, 'icebreaker')
  return block.markdown ? { id: 'icebreaker', title: voice.t('sections.icebreaker'), blocks: [block] } : null
}

function sessions(data: RecapData, voice: Voice): Section | null {
  const talks = sessionsOf(data)
  if (talks.length === 0) return null
  const blocks = talks.map((talk, index) => ({ kind: 'session' as const, session: session(talk, index + 1, voice) }))
  return { id: 'sessions', title: voice.t('sections.sessions'), blocks }
}

function session(talk: RecapTalk, number: number, { locale, t }: Voice): Session {
  const { note } = talk
  const lines = note ? inLanguage(locale, note.highlights, note.highlightsEn).split('\n').filter(Boolean) : []
  const kind = note?.highlightKind
  return {
    number,
    title: inLanguage(locale, talk.title, talk.titleEn),
    people: talk.people.map((person) => ({
      name: person.name,
      about: [
        inLanguage(locale, person.organisation, person.organisationEn),
        inLanguage(locale, person.position, person.positionEn),
        ...(person.role === 'moderator' || person.role === 'host' ? [t(`roles.${person.role}`)] : []),
      ]
        .filter(Boolean)
        .join(t('aboutJoin')),
    })),
    body: note ? inLanguage(locale, note.body, note.bodyEn) : '',
    highlight: kind && lines.length > 0 ? { kind, label: t(`highlights.${kind}`), lines } : null,
  }
}

function raffle(data: RecapData, voice: Voice): Section | null {
  const block = text(data, voice, 'raffle')
  const prizes = prizesOf(data).map((gift) => prize(gift, voice))
  if (prizes.length === 0 && !block.markdown) return null
  const blocks: Block[] = [block, { kind: 'prizes', prizes }]
  return { id: 'raffle', title: voice.t('sections.raffle'), blocks }
}

function prize(gift: RecapGift, { locale, t }: Voice): Prize {
  const kind = gift.prize?.kind ?? 'thing'
  const details = [
    gift.quantity ? t('units', { count: gift.quantity }) : '',
    kind === 'code' ? t('prizeKinds.code') : '',
    (gift.prize?.admits ?? 1) > 1 ? t('admits', { count: gift.prize?.admits ?? 1 }) : '',
  ]
  return {
    ...(gift.photo ? { photo: gift.photo } : {}),
    title: inLanguage(locale, gift.title, gift.titleEn),
    detail: details.filter(Boolean).join(t('detailJoin')),
    sponsor: inLanguage(locale, gift.sponsor.name, gift.sponsor.nameEn),
  }
}

function thanks(data: RecapData, { locale, t }: Voice): Section | null {
  const groups = thanksOf(data, locale)
  if (groups.length === 0) return null
  const blocks = groups.map(({ group, entries }) => ({ kind: 'thanks' as const, label: t(`thanks.${group}`), entries }))
  return { id: 'thanks', title: t('sections.thanks'), blocks }
}

function closing(data: RecapData, voice: Voice): Section {
  const blocks: Block[] = [text(data, voice, 'closing')]
  const next = nextOf(data)
  if (next) {
    blocks.push({ kind: 'next', label: voice.t('nextStop'), city: cityOf(next, voice), date: longDate(next, voice) })
  }
  return { id: 'closing', title: voice.t('sections.closing'), blocks }
}

type Field = 'headline' | 'opening' | 'icebreaker' | 'raffle' | 'closing'

function text(data: RecapData, voice: Voice, field: Field) {
  return { kind: 'text' as const, markdown: written(data, voice, field) || generatedTexts(data, voice.locale)[field] }
}

function written({ written }: RecapData, { locale }: Voice, field: Field): string {
  const english: `${Field}En` = `${field}En`
  return (locale === 'en' ? (written as Written | null)?.[english] : written?.[field]) ?? ''
}

const sessionsOf = ({ talks }: RecapData) => talks.filter(({ kind }) => kind === 'talk' || kind === 'panel')
const prizesOf = ({ gifts }: RecapData) => gifts.filter(({ kind }) => kind === 'prize')
const nextOf = ({ stops, event }: RecapData) => stops.find((stop) => stop.startsAt > event.startsAt) ?? null
const cityOf = (stop: RecapStop, { locale }: Voice) => inLanguage(locale, stop.city, stop.cityEn)

const longDate = ({ startsAt, timeZone }: RecapStop, { locale }: Voice) =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone }).format(
    new Date(startsAt),
  )

/** Names as the language lists them: 甲、乙和丙 would put a verdict on the last, so Chinese keeps the plain pause mark. */
export const listed = (names: readonly string[], locale: Locale): string =>
  locale === 'zh' ? names.join('、') : new Intl.ListFormat('en', { type: 'conjunction' }).format(names)

/** Keeps a name or title from being read as Markdown. */
export const escapeMarkdown = (plain: string): string => plain.replace(/[\\`*_[\]<>|~#]/g, '\\$&')
