import { type CalendarEvent, partOfStop, type StopFacts } from '@/lib/events/calendar'
import { inLanguage } from '@/lib/values/language'
import { refuse } from '@/lib/values/refusal'
import { longest, type StageRole, type TalkKind } from './schema'

/** When an item starts and ends. */
type Timed<T> = T & { startsAt: Date; endsAt: Date }

/** Gives each item its time: the first starts with the event, each next one when the one before ends. */
export function timetable<T extends { durationMinutes: number }>(startsAt: Date, talks: readonly T[]): Timed<T>[] {
  let from = startsAt.getTime()
  return talks.map((talk) => {
    const start = from
    from += talk.durationMinutes * 60_000
    return { ...talk, startsAt: new Date(start), endsAt: new Date(from) }
  })
}

/** Somebody's talk for their own calendar. */
export const talkEntry = (
  talk: Timed<{ id: string; title: string; titleEn: string | null }>,
  stop: StopFacts & { publishedAt: Date | null },
  locale: string,
  at: { site: string; now: Date },
): CalendarEvent =>
  partOfStop(
    stop,
    {
      id: talk.id,
      title: inLanguage(locale, talk.title, talk.titleEn),
      description: '',
      startsAt: talk.startsAt,
      endsAt: talk.endsAt,
    },
    locale,
    at,
  )

/** By how many minutes the programme runs past the event's end; 0 when it fits. */
export function minutesOver(endsAt: Date, timed: readonly { endsAt: Date }[]): number {
  const last = timed.at(-1)
  return last ? Math.max(0, Math.ceil((last.endsAt.getTime() - endsAt.getTime()) / 60_000)) : 0
}

/** The order after one thing went to place `to`, which counts from 1 and is brought into range. */
export function moved<T>(order: readonly T[], thing: T, to: number): T[] {
  const rest = order.filter((other) => other !== thing)
  if (rest.length === order.length) return [...order]
  rest.splice(Math.min(Math.max(to, 1), order.length) - 1, 0, thing)
  return rest
}

/** As what people stand on stage when nobody said otherwise. */
export const usualRole = (kind: TalkKind): StageRole =>
  kind === 'panel' ? 'panelist' : kind === 'talk' ? 'speaker' : 'host'

/** Somebody as typed in one line: `廖虎（商汤科技，项目总监）`. */
export type Named = { name: string; organisation: string; position: string }

const most = 12

/**
 * Reads several people from one line: names between 、 , ; or &, each with an organisation and a position in brackets if
 * wanted. Refuses `program.people-unreadable` for a bracket that does not close or a name that is too long, and
 * `program.too-many-people` above twelve.
 */
export function readPeople(text: string): Named[] {
  const people = pieces(text).map(readPerson)
  if (people.length > most) refuse('program.too-many-people', { field: 'people', values: { most } })
  const twice = people.find(({ name }, place) => people.some((other, later) => later > place && other.name === name))
  if (twice) refuse('program.named-twice', { field: 'people', values: { name: twice.name } })
  return people
}

/** Splits at separators that stand outside brackets. */
function pieces(text: string): string[] {
  const found = ['']
  let depth = 0
  for (const letter of text) {
    if ('（('.includes(letter)) depth++
    if ('）)'.includes(letter)) depth--
    if (depth < 0) refuse('program.people-unreadable', { field: 'people' })
    if (depth === 0 && '、,，;；&＆'.includes(letter)) found.push('')
    else found[found.length - 1] += letter
  }
  if (depth !== 0) refuse('program.people-unreadable', { field: 'people' })
  return found.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

function readPerson(piece: string): Named {
  const [, name = '', inside = ''] = /^([^（(]+)(?:[（(](.*)[）)])?$/.exec(piece) ?? []
  const [organisation = '', position = ''] = inside.split(/[,，、·](.*)/s).map((part) => part.trim())
  const person = { name: name.trim(), organisation, position }
  const fits = Object.entries(person).every(([field, part]) => [...part].length <= longest[field as keyof Named])
  return person.name && fits ? person : refuse('program.people-unreadable', { field: 'people' })
}

/** What somebody answered about being there. */
export type Answer = 'confirmed' | 'declined' | 'open'

export const answerOf = (row: { confirmedAt: Date | null; declinedAt: Date | null }): Answer =>
  row.confirmedAt ? 'confirmed' : row.declinedAt ? 'declined' : 'open'

/** The one word for several answers: one "no" outweighs all, one silence outweighs a "yes". */
export function answerOfAll(answers: readonly Answer[]): Answer {
  if (answers.includes('declined')) return 'declined'
  return answers.length > 0 && answers.every((answer) => answer === 'confirmed') ? 'confirmed' : 'open'
}

/** The programme as plain text, to be pasted into a chat: a line for the time and title, one for the people. */
export function programText(
  talks: readonly { title: string; startsAt: Date; endsAt: Date; people: readonly string[] }[],
  clock: (instant: Date) => string,
  between: string,
): string {
  return talks
    .map(({ title, startsAt, endsAt, people }) => {
      const line = `${clock(startsAt)}–${clock(endsAt)} ${title}`
      return people.length > 0 ? `${line}\n${people.join(between)}` : line
    })
    .join('\n\n')
}
