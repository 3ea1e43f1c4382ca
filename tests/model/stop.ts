/**
 * A stop as the rules tell of it (docs/registration.md), without a database and without looking at how the commands do
 * it: plain numbers and lists. Instants are milliseconds.
 */
export type Status = 'pending' | 'confirmed' | 'waitlisted' | 'declined' | 'cancelled'
export type Guest = {
  id: string
  /** Null once erased. */
  person: number | null
  status: Status
  place: number | null
  offer: number | null
  cause: 'offer_expired' | 'offer_declined' | 'not_reconfirmed' | null
  hold: string | null
  byCode: boolean
  /** When a seat was last given, and when the registration last ended. */
  seated: number | null
  ended: number | null
  asked: number | null
  stillComing: boolean
  /** The scan that let them in, while it stands. */
  scan: string | null
  key: string | null
  list: string | null
  /** Somebody handed it on. */
  handed?: true
  /** What the ticket shows of somebody who was registered already; it holds nothing. */
  shown: Status | null
  shownPlace: number | null
  reminded: boolean
}
export type Hold = { id: string; seats: number; uses: number | null; expires: number | null; closed: boolean }
export type List = {
  id: string
  people: number[]
  whenFull: 'waiting' | 'refused'
  ran: boolean
  undone: boolean
  came: number
}
export type Line = { verb: string; subject: string }

export type Stop = {
  id: string
  now: number
  starts: number
  ends: number
  /** Hours that the stop's clocks are ahead of UTC; it has no summer time. */
  offset: number
  capacity: number
  approval: boolean
  byInvitation: boolean
  off: boolean
  later: boolean
  version: number
  lastPlace: number
  askDays: number | null
  releaseHours: number | null
  guests: Guest[]
  holds: Hold[]
  lists: List[]
  /** What was answered to a key, and to what. */
  keys: Record<string, { input: string; answered: unknown }>
  scans: Record<string, string>
  /** What the log says of the deed under way. */
  lines: Line[]
}

/** The rules say no. */
export class No extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}
export const no = (code: string): never => {
  throw new No(code)
}

/** Two instants are so close that a slow machine may see them the other way round: such a run proves nothing. */
export class Edge extends Error {}

const hour = 3_600_000
const minute = 60_000

/** Is this instant over? */
export function over(instant: number, now: number): boolean {
  if (Math.abs(instant - now) < 5 * minute) throw new Edge()
  return instant <= now
}

export const isLive = ({ status }: Guest) => status === 'pending' || status === 'confirmed' || status === 'waitlisted'
export const isOver = (stop: Stop) => over(stop.ends, stop.now)
const holdsOpenSeat = (guest: Guest) => guest.hold === null && (guest.status === 'confirmed' || guest.offer !== null)

export const openCount = (stop: Stop) => stop.guests.filter(holdsOpenSeat).length
export const heldSeats = (stop: Stop) => stop.holds.reduce((sum, { seats }) => sum + seats, 0)
export const takenOf = (stop: Stop, hold: string) =>
  stop.guests.filter((guest) => guest.hold === hold && guest.status === 'confirmed').length
export const usesOf = (stop: Stop, hold: string) =>
  stop.guests.filter((guest) => guest.hold === hold && guest.byCode && guest.status === 'confirmed').length
export const seatsLeft = (stop: Stop) => Math.max(0, stop.capacity - heldSeats(stop) - openCount(stop))

export const waiting = (stop: Stop) =>
  stop.guests
    .filter(({ status, offer }) => status === 'waitlisted' && offer === null)
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
/** Is a seat free that nobody who waits has a claim to? */
export const seatFree = (stop: Stop) => seatsLeft(stop) > 0 && waiting(stop).length === 0

export const guestOf = (stop: Stop, id: string) => stop.guests.find((guest) => guest.id === id) ?? no('form.not-found')
export const liveOf = (stop: Stop, person: number) =>
  stop.guests.find((guest) => guest.person === person && isLive(guest))
export const note = (stop: Stop, verb: string, subject: string) => void stop.lines.push({ verb, subject })
export const queue = (stop: Stop, guest: Guest, place = ++stop.lastPlace) => {
  guest.status = 'waitlisted'
  guest.place = place
}
/** A seat that is given anew owes no answer to "still coming?" from before. */
export const seat = (stop: Stop, guest: Guest) => {
  guest.status = 'confirmed'
  guest.seated = stop.now
  guest.offer = null
  guest.asked = null
  guest.stillComing = false
}
export const end = (stop: Stop, guest: Guest, status: 'cancelled' | 'declined', cause: Guest['cause'] = null) => {
  guest.status = status
  guest.cause = cause
  guest.ended = stop.now
  guest.offer = null
}

/** What somebody new would get now without a code. */
export const freshStatus = (stop: Stop): Status =>
  stop.approval ? 'pending' : seatFree(stop) ? 'confirmed' : 'waitlisted'

/** Lets a ticket show what somebody new would get, but never a seat that the first of this person does not have. */
export function show(stop: Stop, guest: Guest, fresh: Status, first: Guest): Status {
  const queue = stop.guests.filter(({ status }) => status === 'waitlisted').length
  guest.shown = fresh === 'confirmed' && first.status !== 'confirmed' ? first.status : fresh
  guest.shownPlace = guest.shown === 'waitlisted' ? queue + 1 : null
  return guest.shown
}

/** The instant by which so many minutes between 8:00 and 22:00 have passed on the stop's clocks. */
export function afterWaking(from: number, minutes: number, offset: number): number {
  const day = 24 * hour
  let at = from
  let left = minutes * minute
  for (;;) {
    const midnight = Math.floor((at + offset * hour) / day) * day - offset * hour
    const [wakes, sleeps] = [midnight + 8 * hour, midnight + 22 * hour]
    if (at < wakes) at = wakes
    if (at >= sleeps) {
      at = midnight + day
      continue
    }
    if (at + left <= sleeps) return at + left
    left -= sleeps - at
    at = midnight + day
  }
}

/** Is it between 8:00 and 22:00 on the stop's clocks? */
export function isAwake({ now, offset }: Stop): boolean {
  const awake = [now - 5 * minute, now, now + 5 * minute].map((at) => afterWaking(at, 0, offset) === at)
  if (new Set(awake).size > 1) throw new Edge()
  return awake[1] === true
}

/** What a free seat is now: given, offered until an instant, or left for whoever stands at the door. */
export function giving({ now, starts, offset }: Stop): 'given' | 'left' | number {
  if (!over(starts - 48 * hour, now)) return 'given'
  const eighth = Math.min(6 * 60, Math.max(30, (starts - now) / minute / 8))
  // How finely an eighth is rounded is not the rules' affair; but a few minutes more may be a night later.
  if (afterWaking(now, eighth + 4, offset) - afterWaking(now, eighth - 4, offset) > hour) throw new Edge()
  const until = Math.min(starts - 30 * minute, afterWaking(now, eighth, offset))
  const least = afterWaking(now, 15, offset)
  if (Math.abs(until - least) < 5 * minute) throw new Edge()
  return until > least ? until : 'left'
}

/** Ends offers that ran out, then hands free seats to those who wait longest. Answers how many moved. */
export function promote(stop: Stop): number {
  if (stop.off || stop.later || isOver(stop)) return 0
  const lapsed = stop.guests.filter(({ offer }) => offer !== null && over(offer, stop.now))
  for (const guest of lapsed) {
    end(stop, guest, 'cancelled', 'offer_expired')
    note(stop, 'registration.offer-expired', guest.id)
  }
  const way = giving(stop)
  const next = way === 'left' ? [] : waiting(stop).slice(0, seatsLeft(stop))
  for (const guest of next) {
    if (typeof way === 'number') guest.offer = way
    else seat(stop, guest)
    note(stop, typeof way === 'number' ? 'registration.offered' : 'registration.promoted', guest.id)
  }
  return lapsed.length + next.length
}
