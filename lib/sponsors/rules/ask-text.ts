import { inLanguage } from '@/lib/values/language'
import { dayText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import type { GiftKind } from '../schema/gifts'

type About = {
  event: {
    number: number
    city: string
    cityEn: string
    startsAt: Date
    timeZone: string
    series: { name: string; nameEn: string | null; organizerName: string }
  }
  need: {
    kind: GiftKind
    title: string
    titleEn: string | null
    quantity: number | null
    note: string
    noteEn: string | null
  }
  contact: string
  link: string
}

/** The message that asks for a need, ready to be pasted into a chat: who we are, what is lacking, one link to answer. */
export function askText({ event, need, contact, link }: About, locale: Locale): string {
  const t = words(locale, 'needs')
  const values = {
    contact,
    number: event.number,
    city: inLanguage(locale, event.city, event.cityEn),
    series: inLanguage(locale, event.series.name, event.series.nameEn),
    organizer: event.series.organizerName,
    // A message is read now: the year is said only when it is another one.
    date: dayText(event, locale, new Date(event.startsAt.getTime() - 86_400_000)),
    what: inLanguage(locale, need.title, need.titleEn),
  }
  const what =
    need.quantity === null
      ? t('ask.text.some', values)
      : t('ask.text.count', { ...values, kind: need.kind, count: need.quantity })
  const note = inLanguage(locale, need.note, need.noteEn)
  return [
    t('ask.text.hello', values),
    t('ask.text.stop', values),
    what,
    note,
    t('ask.text.link', { link }),
    t('ask.text.bye', values),
  ]
    .filter(Boolean)
    .join('\n')
}
