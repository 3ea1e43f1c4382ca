import { database } from '@/lib/database/client'
import { type LinkKind, makeLink } from '@/lib/people/holder'
import { type Viewer, viewerOf } from '@/lib/people/scope'
import type { Door } from './doors'
import { linkCookie } from './identities'

/** The demo tour as a browser of its owner sees it, with a link of every kind opened. */
export type DemoTarget = {
  owner: Viewer
  cookies: { name: string; value: string; url: string }[]
  /** A page's address with real data: recaps at a stop that is over, everything else at the next one; null when the demo has none. */
  addressOf(door: Door, language: string): string | null
}

type Stop = { id: string; slug: string; series: { slug: string; id: string } }

export async function demoTarget(): Promise<DemoTarget> {
  const select = { id: true, slug: true, series: { select: { id: true, slug: true } } } as const
  const where = { removedAt: null, publishedAt: { not: null }, talks: { some: {} } } as const
  const next = await database().event.findFirstOrThrow({ where, orderBy: { startsAt: 'desc' }, select })
  const past = await database().event.findFirst({
    where: { ...where, endsAt: { lt: new Date() }, seriesId: next.series.id },
    orderBy: { startsAt: 'desc' },
    select,
  })
  const person = await database().person.findFirstOrThrow({ where: { ownerSince: { not: null } } })
  const owner = await viewerOf(person.id)
  if (!owner) throw new Error('the demo has no owner')
  const links = await openedLinks(next)
  const cookies = Object.values(links).map((link) => {
    const [name = '', value = ''] = linkCookie(link).split('=')
    return { name, value, url: process.env.SITE_URL ?? '' }
  })
  return {
    owner,
    cookies,
    addressOf: (door, language) => addressOf(door, language, door.path.includes('recap') && past ? past : next, links),
  }
}

function addressOf(
  door: Door,
  language: string,
  stop: Stop,
  links: Partial<Record<string, { id: string }>>,
): string | null {
  const values: Record<string, string | undefined> = {
    locale: language,
    series: stop.series.slug,
    event: stop.slug,
    link: links[door.link ?? '']?.id,
  }
  const names = [...door.path.matchAll(/\[([.\w]+)\]/g)].map(([, name = '']) => name)
  if (names.some((name) => values[name] === undefined)) return null
  return door.path.replace(/\[([.\w]+)\]/g, (_, name: string) => values[name] ?? '')
}

async function openedLinks({ id: eventId, series: { id: seriesId } }: Stop) {
  const inEvent = { where: { eventId }, select: { id: true } } as const
  const contact = await database().sponsorContact.findFirst({
    where: { seriesId, removedAt: null },
    select: { id: true },
  })
  const speaker = await database().talkPerson.findFirst({ where: { eventId }, select: { speakerId: true } })
  const registration = await database().registration.findFirst({
    where: { eventId, status: 'confirmed' },
    select: { id: true },
  })
  const volunteer = await database().volunteer.findFirst(inEvent)
  const subjects = { ticket: registration?.id, desk: contact?.id, speaker: speaker?.speakerId, crew: volunteer?.id }
  const links: Partial<Record<LinkKind, { id: string; secret: string }>> = {}
  for (const [kind, subjectId] of Object.entries(subjects) as [LinkKind, string | undefined][]) {
    if (!subjectId) continue
    const secret = await database().$transaction((tx) => makeLink(tx, kind, { seriesId, eventId, subjectId }))
    const { id } = await database().secretLink.findFirstOrThrow({ where: { eventId }, orderBy: { createdAt: 'desc' } })
    links[kind] = { id, secret }
  }
  return links
}
