import 'server-only'
import { database } from '@/lib/database/client'
import { pictureColumns } from '@/lib/media/uploads/keep'
import type { SpeakerLink } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { answerOf, answerOfAll, timetable } from '../rules'
import { dayColumns } from './day'

const printedColumns = {
  id: true,
  version: true,
  name: true,
  organisation: true,
  organisationEn: true,
  position: true,
  positionEn: true,
  bio: true,
  bioEn: true,
  link: true,
  photo: { select: pictureColumns },
} as const
const eventColumns = { id: true, number: true, city: true, cityEn: true } as const

// By pinyin, as a Chinese reader looks for a name; Latin names first.
const byName = new Intl.Collator('zh-CN-u-co-pinyin').compare

/** Everybody of the series who can be put on stage, by name. */
export async function listSpeakerNames(scope: EventScope<'program.edit'>) {
  const rows = await database().speaker.findMany({
    where: { ...scope.withinSeries, removedAt: null },
    select: { id: true, name: true, organisation: true },
  })
  return rows.sort((a, b) => byName(a.name, b.name))
}

/**
 * The speakers of the series, for the organiser: contact, where they spoke, what they answered for this stop (null when
 * they are not on its programme), and how many of their links for it are live. In programme order, then by name.
 */
export async function listSpeakers(scope: EventScope<'program.edit'>) {
  const rows = await database().speaker.findMany({
    where: { ...scope.withinSeries, removedAt: null },
    select: {
      ...printedColumns,
      email: true,
      phone: true,
      talks: {
        where: { talk: { removedAt: null }, event: { removedAt: null } },
        orderBy: [{ event: { number: 'desc' } }, { talk: { position: 'asc' } }],
        select: {
          role: true,
          confirmedAt: true,
          declinedAt: true,
          event: { select: eventColumns },
          talk: { select: { id: true, title: true, titleEn: true, position: true } },
        },
      },
      secretLinks: { where: { ...scope.within, revokedAt: null }, select: { id: true } },
    },
  })
  const speakers = rows.map(({ talks, secretLinks, ...speaker }) => {
    const here = talks.filter((place) => place.event.id === scope.eventId)
    return {
      ...speaker,
      here: here.map(({ talk, role }) => ({ ...talk, role })),
      answer: here.length > 0 ? answerOfAll(here.map(answerOf)) : null,
      elsewhere: talks
        .filter((place) => place.event.id !== scope.eventId)
        .map(({ talk, event }) => ({ ...talk, number: event.number, city: event.city, cityEn: event.cityEn })),
      links: secretLinks.length,
    }
  })
  const place = ({ here }: { here: { position: number }[] }) => here[0]?.position ?? Number.POSITIVE_INFINITY
  return speakers.sort((a, b) => (place(a) === place(b) ? byName(a.name, b.name) : place(a) < place(b) ? -1 : 1))
}

export type ListedSpeaker = Awaited<ReturnType<typeof listSpeakers>>[number]

/**
 * What a speaker's own link shows: the day, where it is, their talks with who else is in them, how they are printed. Null
 * when the speaker was removed.
 */
export async function findSpeakerPage(holder: SpeakerLink) {
  const [found, speaker] = await Promise.all([
    database().event.findUniqueOrThrow({
      where: { id: holder.eventId },
      select: { ...dayColumns, talks: { ...liveTalks, select: ownTalkColumns } },
    }),
    database().speaker.findFirst({
      where: { ...holder.withinSeries, id: holder.subjectId, removedAt: null },
      select: printedColumns,
    }),
  ])
  if (!speaker) return null
  const { talks, ...day } = found
  const isMe = (place: { speakerId: string }) => place.speakerId === holder.subjectId
  const own = timetable(day.startsAt, talks).flatMap(({ people, ...talk }) => {
    const me = people.find(isMe)
    const others = people.filter((place) => !isMe(place) && !place.declinedAt).map((place) => place.speaker.name)
    return me ? [{ ...talk, role: me.role, answer: answerOf(me), others }] : []
  })
  const answer = own.length > 0 ? answerOfAll(own.map((talk) => talk.answer)) : null
  return { day, speaker, talks: own, answer }
}

const liveTalks = { where: { removedAt: null }, orderBy: { position: 'asc' } } as const
const ownTalkColumns = {
  id: true,
  title: true,
  titleEn: true,
  durationMinutes: true,
  people: {
    orderBy: { position: 'asc' },
    select: {
      role: true,
      speakerId: true,
      confirmedAt: true,
      declinedAt: true,
      speaker: { select: { name: true } },
    },
  },
} as const
