import { randomBytes, randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { type LinkKind, makeLink, revokeLinks } from '@/lib/people/holder'
import { anEvent, aSeries } from './factories'

/** A marked text of one world: whoever may not read it must never get it. */
const marked = (what: string) => `canary-${what}-${randomBytes(5).toString('hex')}`

type Canaries = Record<'guest' | 'guestName' | 'sponsor' | 'speaker' | 'crew' | 'draft' | 'letter', string>
export type Stop = { id: string; slug: string }
export type Link = { id: string; secret: string }
/** One series with a published and a draft stop, full of marked data, and the ids of one row of each thing. */
export type World = {
  series: { id: string; slug: string }
  stop: Stop
  draft: Stop
  canaries: Canaries
  rows: Record<string, string>
  links: Record<LinkKind, Link>
  revoked: Link
}

export async function aWorld(): Promise<World> {
  const series = await aSeries()
  const stop = await anEvent({ seriesId: series.id, published: true })
  const draft = await anEvent({ seriesId: series.id })
  const canaries = Object.fromEntries(
    ['guest', 'guestName', 'sponsor', 'speaker', 'crew', 'draft', 'letter'].map((what) => [
      what,
      marked(what.toLowerCase()),
    ]),
  ) as Canaries
  await database().event.update({ where: { id: draft.id }, data: { title: canaries.draft } })
  const at = { seriesId: series.id, eventId: stop.id }
  const rows = { ...(await onStage(at, canaries)), ...(await gifts(at, canaries)), ...(await people(at, canaries)) }
  const subjects = { ticket: rows.registration, desk: rows.contact, speaker: rows.speaker, crew: rows.volunteer }
  const links = {} as Record<LinkKind, Link>
  for (const [kind, subjectId] of Object.entries(subjects))
    links[kind as LinkKind] = await link(kind as LinkKind, { ...at, subjectId })
  const revoked = await link('ticket', { ...at, subjectId: rows.formerRegistration })
  await database().$transaction((tx) =>
    revokeLinks(tx, 'ticket', { eventId: stop.id, subjectId: rows.formerRegistration }),
  )
  return { series, stop, draft, canaries, rows: { ...rows, event: stop.id, draft: draft.id }, links, revoked }
}

type At = { seriesId: string; eventId: string }

async function link(kind: LinkKind, to: At & { subjectId: string }): Promise<Link> {
  const secret = await database().$transaction((tx) => makeLink(tx, kind, to))
  const { id } = await database().secretLink.findFirstOrThrow({
    where: { eventId: to.eventId },
    orderBy: { createdAt: 'desc' },
  })
  return { id, secret }
}

async function onStage({ seriesId, eventId }: At, canaries: Canaries) {
  const talk = await database().talk.create({
    data: { eventId, kind: 'talk', title: 'A talk', durationMinutes: 20, position: 1 },
  })
  const speaker = await database().speaker.create({
    data: { seriesId, name: 'A Speaker', email: `${canaries.speaker}@example.com` },
  })
  await database().talkPerson.create({
    data: { eventId, seriesId, talkId: talk.id, speakerId: speaker.id, role: 'speaker', position: 1 },
  })
  await database().talkNote.create({ data: { eventId, talkId: talk.id, body: 'A note' } })
  return { talk: talk.id, speaker: speaker.id }
}

async function gifts({ seriesId, eventId }: At, canaries: Canaries) {
  const sponsor = await database().sponsor.create({ data: { seriesId, name: `A sponsor ${randomUUID()}` } })
  const contact = await database().sponsorContact.create({
    data: { seriesId, sponsorId: sponsor.id, name: 'A Contact', email: `${canaries.sponsor}@example.com` },
  })
  const gift = await database().gift.create({
    data: {
      eventId,
      seriesId,
      sponsorId: sponsor.id,
      kind: 'prize',
      title: 'A prize',
      quantity: 1,
      position: 1,
      status: 'pledged',
    },
  })
  await database().giftContact.create({ data: { eventId, seriesId, giftId: gift.id, contactId: contact.id } })
  await database().prize.create({ data: { eventId, id: gift.id, kind: 'thing' } })
  const unit = await database().prizeUnit.create({ data: { eventId, prizeId: gift.id, number: 1 } })
  return { sponsor: sponsor.id, contact: contact.id, gift: gift.id, unit: unit.id }
}

async function people({ seriesId, eventId }: At, canaries: Canaries) {
  const registration = await aGuest(eventId, canaries.guestName, canaries.guest)
  const former = await aGuest(eventId, `${canaries.guestName}-two`, `${canaries.guest}-two`)
  const volunteer = await database().volunteer.create({
    data: { eventId, name: 'A Volunteer', email: `${canaries.crew}@example.com`, position: 1 },
  })
  const message = await database().message.create({
    data: {
      seriesId,
      eventId,
      kind: 'letter',
      dedupeKey: randomUUID(),
      locale: 'zh',
      recipientName: 'A Reader',
      recipient: `${canaries.letter}@example.com`,
      subject: 'A letter',
      text: 'A letter',
    },
  })
  return { registration: registration.id, formerRegistration: former.id, volunteer: volunteer.id, message: message.id }
}

const aGuest = (eventId: string, name: string, contact: string) =>
  database().registration.create({
    data: {
      eventId,
      status: 'confirmed',
      name,
      contactKind: 'email',
      contact: `${contact}@example.com`,
      searchText: name,
      locale: 'zh',
      ticketCode: randomBytes(3).toString('hex').toUpperCase(),
      requestKey: randomUUID(),
      confirmedAt: new Date(),
    },
  })

/** One hash for each table over all rows of these series and their events; equal before and after means: nothing was stored. */
export async function stored(...worlds: World[]): Promise<Record<string, string>> {
  const ids = worlds.flatMap(({ series, stop, draft }) => [series.id, stop.id, draft.id])
  const columns = await database().$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND (column_name IN ('event_id', 'series_id') OR (table_name IN ('events', 'series') AND column_name = 'id'))`
  const found: Record<string, string> = {}
  for (const { table, column } of columns) {
    // Names come from Postgres' own catalogue.
    const [row] = await database().$queryRawUnsafe<{ hash: string | null }[]>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM "${table}" t WHERE "${column}" = ANY($1::uuid[])`,
      ids,
    )
    found[`${table}.${column}`] = row?.hash ?? ''
  }
  return found
}
