import 'server-only'
import { type Drawn, hearNews, listDrawn, listMarks, type News, type Stand, type Topic } from '@/lib/draws/queries/live'
import { systemJob } from '@/lib/people/scope'
import { reportError } from '../report'

/**
 * Who is listening in this process, a room for each event. One connection hears the news of all; where the database
 * cannot be heard (a pooler in between, a break), the rooms ask it instead, every second.
 */
export type Listener = {
  topics: readonly Topic[]
  /** The registration whose own luck is told apart, on a ticket's page. */
  registrationId?: string
  /** `own` is how the holder of this ticket stands now, when just that changed. */
  tell: (topic: Topic | 'any', mark: number, own: Stand | null) => void
  end: () => void
}
type Room = { listeners: Set<Listener>; marks: Map<Topic, number>; drawn: Map<string, Drawn> }
type Hub = { rooms: Map<string, Room>; hearing: boolean; asked: number }

const kept = globalThis as { nextStopLive?: Hub }
const deafEvery = 1_000
// Even a line that seems good is checked: some poolers take the question and never answer it.
const checkEvery = 10_000

function hub(): Hub {
  if (kept.nextStopLive) return kept.nextStopLive
  const made: Hub = { rooms: new Map(), hearing: false, asked: 0 }
  kept.nextStopLive = made
  hearNews(systemJob(), {
    news: (news) => void spread(made, news),
    hearing: (now) => {
      made.hearing = now
      if (now) made.asked = 0
    },
  })
  setInterval(() => void catchUp(made), deafEvery).unref()
  // Open streams would keep a server that is asked to stop from stopping.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, endAll)
  return made
}

/** Enters a room; answers how to leave it, and how far its news has come. */
export async function enter(eventId: string, listener: Listener): Promise<{ leave: () => void; mark: number }> {
  const { rooms } = hub()
  const room = rooms.get(eventId) ?? { listeners: new Set(), marks: new Map(), drawn: new Map() }
  rooms.set(eventId, room)
  room.listeners.add(listener)
  const leave = () => {
    room.listeners.delete(listener)
    if (room.listeners.size === 0 && rooms.get(eventId) === room) rooms.delete(eventId)
  }
  try {
    for (const news of await listMarks(systemJob(), [eventId])) raise(room, news)
  } catch (error) {
    leave()
    throw error
  }
  return { leave, mark: markOf(room.marks, listener.topics) }
}

/** How far the news of an event has come for who cares about these topics. */
export async function markFor(eventId: string, about: readonly Topic[]): Promise<number> {
  const marks = new Map((await listMarks(systemJob(), [eventId])).map(({ topic, mark }) => [topic, mark]))
  return markOf(marks, about)
}

function endAll(): void {
  for (const { listeners } of hub().rooms.values()) for (const listener of [...listeners]) listener.end()
}

const markOf = (marks: Map<Topic, number>, about: readonly Topic[]): number =>
  about.reduce((sum, topic) => sum + (marks.get(topic) ?? 0), 0)

function raise(room: Room, { topic, mark }: News): boolean {
  if (mark <= (room.marks.get(topic) ?? 0)) return false
  room.marks.set(topic, mark)
  return true
}

async function spread({ rooms }: Hub, news: News): Promise<void> {
  const room = rooms.get(news.eventId)
  if (!room || !raise(room, news)) return
  const concerned = [...room.listeners].filter(({ topics }) => topics.includes(news.topic))
  const owners = concerned.filter(({ registrationId }) => registrationId !== undefined && news.topic === 'draw')
  for (const listener of concerned) {
    if (!owners.includes(listener)) listener.tell(news.topic, markOf(room.marks, listener.topics), null)
  }
  if (owners.length === 0) return
  const before = room.drawn
  try {
    room.drawn = await listDrawn(systemJob(), news.eventId)
  } catch (error) {
    reportError(error, 'live')
  }
  for (const owner of owners) {
    const id = owner.registrationId ?? ''
    const now = room.drawn.get(id)
    const changed = now?.all !== before.get(id)?.all
    owner.tell(news.topic, markOf(room.marks, owner.topics), changed ? (now?.last ?? 'none') : null)
  }
}

/** Asks the database what was not heard. */
async function catchUp(all: Hub): Promise<void> {
  const now = Date.now()
  if (all.rooms.size === 0 || now - all.asked < (all.hearing ? checkEvery : deafEvery)) return
  all.asked = now
  try {
    for (const news of await listMarks(systemJob(), [...all.rooms.keys()])) await spread(all, news)
  } catch {
    // The database is away; the next second asks again.
  }
}
