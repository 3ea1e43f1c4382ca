import { database } from '@/lib/database/client'
import { type LinkKind, makeLink } from '@/lib/people/holder'
import { type Viewer, viewerOf } from '@/lib/people/scope'
import { hashSecret, newSecret } from '@/lib/values/secret'
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
  // Other tests make series of their own beside it.
  const demo = { slug: 'yiqi-ai' }
  const where = { series: demo, removedAt: null, publishedAt: { not: null }, talks: { some: {} } } as const
  const next = await database().event.findFirstOrThrow({ where, orderBy: { startsAt: 'desc' }, select })
  const past = await database().event.findFirst({
    where: { ...where, endsAt: { lt: new Date() }, recap: { publishedAt: { not: null } } },
    orderBy: { startsAt: 'desc' },
    select,
  })
  const person = await database().person.findFirstOrThrow({ where: { ownerSince: { not: null } } })
  const owner = await viewerOf(person.id)
  if (!owner) throw new Error('the demo has no owner')
  const links = await openedLinks(next)
  const rows = await rowsOf(next, person.id)
  const cookies = Object.values(links).map((link) => {
    const [name = '', value = ''] = linkCookie(link).split('=')
    return { name, value, url: process.env.SITE_URL ?? '' }
  })
  return {
    owner,
    cookies,
    addressOf: (door, language) =>
      addressOf(door, language, door.path.includes('recap') && past ? past : next, links, rows),
  }
}

function addressOf(
  door: Door,
  language: string,
  stop: Stop,
  links: Partial<Record<string, { id: string }>>,
  rows: Record<string, string | undefined>,
): string | null {
  const values: Record<string, string | undefined> = {
    ...rows,
    locale: language,
    series: stop.series.slug,
    event: stop.slug,
    link: links[door.link ?? '']?.id,
  }
  const names = [...door.path.matchAll(/\[([.\w]+)\]/g)].map(([, name = '']) => name)
  if (names.some((name) => values[name] === undefined)) return null
  return door.path.replace(/\[([.\w]+)\]/g, (_, name: string) => values[name] ?? '')
}

/** One gift, one sponsor, an open invitation, a letter that waits, and tables that are being brought in. */
async function rowsOf({ id: eventId, series: { id: seriesId } }: Stop, invitedById: string) {
  const gift = await database().gift.findFirst({ where: { eventId, removedAt: null } })
  const guest = await database().registration.findFirst({ where: { eventId, status: 'confirmed' } })
  const secret = newSecret()
  await database().invitation.create({
    data: {
      seriesId,
      eventId,
      role: 'viewer',
      email: 'somebody@example.com',
      tokenHash: hashSecret(secret),
      invitedById,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
  const mailing = await database().mailing.create({
    data: {
      eventId,
      audience: 'news',
      subject: '下一站见',
      text: `详情：${process.env.SITE_URL}/zh`,
      writtenById: invitedById,
    },
  })
  const table = await tablesBroughtIn(eventId, invitedById)
  return { gift: gift?.id, sponsor: gift?.sponsorId, guest: guest?.id, secret, mailing: mailing.id, import: table }
}

/** A table of guests and one of sponsors under the same id, since the pages of both call theirs `import`. */
async function tablesBroughtIn(eventId: string, byPersonId: string): Promise<string> {
  const id = crypto.randomUUID()
  const lines = [
    ['林一诺', 'lin@example.com'],
    ['', 'nobody'],
  ]
  await database().guestImport.create({
    data: {
      eventId,
      id,
      byPersonId,
      fileName: 'guests.csv',
      head: ['姓名', '邮箱'],
      columns: ['name', 'email'],
      locale: 'zh',
      total: lines.length,
      requestKey: crypto.randomUUID(),
      rows: { create: lines.map((cells, number) => ({ number: number + 1, cells })) },
    },
  })
  await database().sponsorImport.create({
    data: { eventId, id, text: '赞助方\t奖品\t数量\n某某科技\t手环\t3\n\t贴纸\t很多' },
  })
  return id
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
    // By its hash: others open links of this stop at the same moment.
    const { id } = await database().secretLink.findFirstOrThrow({ where: { tokenHash: hashSecret(secret) } })
    links[kind] = { id, secret }
  }
  return links
}
