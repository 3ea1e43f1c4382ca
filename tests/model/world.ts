import { database } from '@/lib/database/client'
import type { TicketHolder } from '@/lib/people/holder'
import { type EventScope, eventScope, type PublishedEvent, publishedEvent } from '@/lib/people/scope'
import { aPerson, aSeries, giveRole } from '../support/factories'
import type { Code, Deed } from './deeds'
import type { Stop } from './stop'

/** How a run begins. */
export type Setup = { capacity: number; hoursAhead: number; approval: boolean; zone: keyof typeof zones; ask: boolean }

/** Places without summer time, and how many hours their clocks are ahead. */
export const zones = {
  'Pacific/Honolulu': -10,
  'America/Bogota': -5,
  'Africa/Abidjan': 0,
  'Africa/Johannesburg': 2,
  'Asia/Dubai': 4,
  'Asia/Bangkok': 7,
  'Asia/Shanghai': 8,
  'Asia/Tokyo': 9,
} as const

/** A real stop under test: who may do what, and what is known of it so far to whoever chooses the next deed. */
export type World = {
  eventId: string
  seriesId: string
  timeZone: string
  began: number
  published: PublishedEvent
  guests: EventScope<'guests.edit'>
  events: EventScope<'event.edit'>
  door: EventScope<'checkin.run'>
  address: (person: number) => string
  holder: (guest: string) => TicketHolder
  ids: string[]
  scans: string[]
  holds: { id: string; codes: Code[] }[]
  lists: { id: string; came: number }[]
  repeatable: Deed[]
}

const minute = 60_000

/** A stop of its own, and the same as the rules see it. */
export async function open(setup: Setup): Promise<{ world: World; stop: Stop }> {
  const series = await aSeries()
  const starts = Math.floor(Date.now() / minute) * minute + setup.hoursAhead * 60 * minute + 10 * minute
  const seriesId = series.id
  const slug = `stop-${series.slug}`
  const event = await database().event.create({
    data: {
      seriesId,
      number: 1,
      slug,
      city: '上海',
      cityEn: 'Shanghai',
      title: '测试站',
      startsAt: new Date(starts),
      endsAt: new Date(starts + 240 * minute),
      timeZone: setup.zone,
      capacity: setup.capacity,
      pigment: 'cinnabar',
      approvalRequired: setup.approval,
      publishedAt: new Date(),
      reconfirmDays: setup.ask ? 3 : null,
      reconfirmReleaseHours: setup.ask ? 24 : null,
      slugs: { create: { slug } },
    },
  })
  const world = { ...(await proofs(event.id, seriesId)), timeZone: setup.zone, began: Date.now() }
  return { world, stop: asRulesSee(event.id, starts, setup) }
}

const must = <T>(proof: T | null): T => {
  if (proof === null) throw new Error('a proof is missing')
  return proof
}

async function proofs(eventId: string, seriesId: string) {
  const viewer = await aPerson()
  await giveRole(viewer, 'organizer', { seriesId })
  const at = { id: eventId }
  const mark = eventId.slice(-12)
  return {
    eventId,
    seriesId,
    published: must(await publishedEvent(at)),
    guests: must(await eventScope(viewer, at, 'guests.edit')),
    events: must(await eventScope(viewer, at, 'event.edit')),
    door: must(await eventScope(viewer, at, 'checkin.run')),
    address: (person: number) => `p${person}-${mark}@example.com`,
    // What a ticket's link opens; making and finding links is not what is tried here.
    holder: (subjectId: string) =>
      ({
        kind: 'ticket',
        linkId: '',
        subjectId,
        eventId,
        seriesId,
        seriesSlug: '',
        within: { eventId },
        withinSeries: { seriesId },
        actor: { kind: 'attendee', id: subjectId, seriesId, eventId },
      }) as unknown as TicketHolder,
    ids: [],
    scans: [],
    holds: [],
    lists: [],
    repeatable: [],
  }
}

function asRulesSee(id: string, starts: number, setup: Setup): Stop {
  return {
    id,
    now: Date.now(),
    starts,
    ends: starts + 240 * minute,
    offset: zones[setup.zone],
    capacity: setup.capacity,
    approval: setup.approval,
    byInvitation: false,
    off: false,
    later: false,
    version: 1,
    lastPlace: 0,
    askDays: setup.ask ? 3 : null,
    releaseHours: setup.ask ? 24 : null,
    guests: [],
    holds: [],
    lists: [],
    keys: {},
    scans: {},
    lines: [],
  }
}
