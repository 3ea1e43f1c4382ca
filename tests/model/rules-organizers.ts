import type { Deed } from './deeds'
import { come, idIn, leave, restore } from './rules-tickets'
import {
  guestOf,
  heldSeats,
  isAwake,
  isOver,
  liveOf,
  no,
  note,
  openCount,
  over,
  promote,
  queue,
  type Stop,
  seat,
  seatFree,
  seatsLeft,
  takenOf,
} from './stop'

type Of<K extends Deed['do']> = Extract<Deed, { do: K }>
type One = { guest: string }
const hour = 3_600_000

function approve(stop: Stop, { guest: id }: One) {
  const guest = guestOf(stop, id)
  if (guest.status !== 'pending') no('registration.not-pending')
  promote(stop)
  if (seatFree(stop)) seat(stop, guest)
  else queue(stop, guest)
  note(stop, 'registration.approved', id)
  return guest.status
}

function jump(stop: Stop, { guest: id }: One) {
  const guest = guestOf(stop, id)
  if (guest.status !== 'waitlisted') no('registration.not-waiting')
  if (guest.offer === null && seatsLeft(stop) === 0) no('registration.full')
  seat(stop, guest)
  note(stop, 'registration.jumped', id)
}

function add(stop: Stop, { person, hold: holdId, key }: Of<'add'>, answered: unknown) {
  promote(stop)
  if (liveOf(stop, person)) no('registration.on-the-list')
  if (holdId) {
    const hold = stop.holds.find(({ id }) => id === holdId) ?? no('form.not-found')
    if (hold.closed || takenOf(stop, holdId) >= hold.seats) no('registration.hold-full')
  }
  const status = holdId || seatFree(stop) ? 'confirmed' : 'waitlisted'
  const id = idIn(answered)
  come(stop, { id, person, key, hold: holdId }, status)
  note(stop, 'registration.added', id)
  return { id, status }
}

function edit(stop: Stop, { capacity, approval, version }: Of<'edit'>) {
  const given = openCount(stop) + heldSeats(stop)
  const confirmed = stop.guests.filter(({ status }) => status === 'confirmed').length
  if (capacity < given) no(`events.capacity-below-${given <= confirmed ? 'confirmed' : 'given'}`)
  if (version !== stop.version) no('changed meanwhile')
  stop.capacity = capacity
  stop.approval = approval
  stop.version++
  note(stop, 'event.edited', stop.id)
  promote(stop)
}

function hold(stop: Stop, { seats, codes, hours }: Of<'hold'>, answered: unknown) {
  if (openCount(stop) + heldSeats(stop) + seats > stop.capacity) no('entry.not-enough-seats')
  const id = idIn(answered)
  const expires = hours === null ? null : stop.now + hours * hour
  stop.holds.push({ id, seats, uses: codes === 'shared' ? seats : null, expires, closed: false })
  note(stop, 'hold.added', id)
  return { id }
}

function close(stop: Stop, id: string): void {
  const found = stop.holds.find((one) => one.id === id && !one.closed) ?? no('entry.hold-closed')
  found.seats = takenOf(stop, id)
  found.closed = true
  note(stop, 'hold.released', id)
}

/** Offers that ran out, seats set aside until now, "still coming?" and what found no answer. */
function readClock(stop: Stop) {
  if (stop.off || isOver(stop)) no('registration.nothing-due')
  for (const one of stop.holds) {
    if (!one.closed && one.expires !== null && over(one.expires, stop.now)) close(stop, one.id)
  }
  if (!stop.later && !over(stop.starts, stop.now)) {
    askAgain(stop)
    release(stop)
  }
  promote(stop)
  if (!stop.later && !over(stop.starts, stop.now)) remind(stop)
  if (stop.lines.length === 0) no('registration.nothing-due')
  return 'moved'
}

function askAgain(stop: Stop) {
  if (stop.askDays === null) return
  const begins = stop.starts - stop.askDays * 24 * hour
  if (!over(begins, stop.now)) return
  for (const guest of stop.guests) {
    const first = guest.asked === null && guest.seated !== null && guest.seated < begins
    if (guest.status !== 'confirmed' || guest.hold !== null || guest.scan || !first) continue
    guest.asked = stop.now
    note(stop, 'registration.asked-again', guest.id)
  }
}

/** A day before, and never at night: whoever had a seat by then, is not in, and has not just been asked. */
function remind(stop: Stop) {
  const begins = stop.starts - 24 * hour
  if (!over(begins, stop.now) || !isAwake(stop)) return
  for (const guest of stop.guests) {
    const had = guest.status === 'confirmed' && guest.seated !== null && guest.seated < begins
    if (!had || guest.reminded || guest.scan || (guest.asked !== null && guest.asked >= begins)) continue
    guest.reminded = true
    note(stop, 'registration.reminded', guest.id)
  }
}

function release(stop: Stop) {
  if (stop.releaseHours === null || !over(stop.starts - stop.releaseHours * hour, stop.now)) return
  for (const guest of stop.guests) {
    const silent = guest.status === 'confirmed' && guest.asked !== null && !guest.stillComing && !guest.scan
    if (silent && over((guest.asked as number) + 12 * hour, stop.now))
      leave(stop, guest, 'cancelled', 'not_reconfirmed')
  }
}

function hoursPass(stop: Stop, { hours }: Of<'hours pass'>) {
  const by = hours * hour
  stop.starts -= by
  stop.ends -= by
  stop.version++
  for (const guest of stop.guests) {
    for (const at of ['offer', 'seated', 'ended', 'asked'] as const) {
      const instant = guest[at]
      if (instant !== null) guest[at] = instant - by
    }
  }
  for (const one of stop.holds) if (one.expires !== null) one.expires -= by
  note(stop, 'event.aged', stop.id)
}

function step(stop: Stop, from: boolean, to: Partial<Stop>, verb: string) {
  if (!from) no('events.not-now')
  Object.assign(stop, to)
  stop.version++
  note(stop, verb, stop.id)
  note(stop, 'event.told', stop.id)
}

/** For a day that is none nobody has to answer; their places stay. */
function pause(stop: Stop) {
  for (const guest of stop.guests) {
    if (guest.offer === null) continue
    guest.offer = null
    note(stop, 'registration.offer-taken-back', guest.id)
  }
}

/** What organisers and the clock do. */
export const organizers = {
  approve,
  cancel: (stop: Stop, { guest }: One) => leave(stop, guestOf(stop, guest), 'cancelled'),
  decline: (stop: Stop, { guest }: One) => leave(stop, guestOf(stop, guest), 'declined'),
  restore: (stop: Stop, { guest }: One) => restore(stop, guestOf(stop, guest)),
  jump,
  add,
  'let in': (stop: Stop) => promote(stop) || no('registration.nobody-to-let-in'),
  edit,
  hold,
  'release hold': (stop: Stop, { hold: id }: { hold: string }) => {
    close(stop, id)
    promote(stop)
  },
  entry: (stop: Stop, { mode }: Of<'entry'>) => {
    stop.byInvitation = mode === 'invitation'
    note(stop, 'event.entry-changed', stop.id)
  },
  'ask again': (stop: Stop, { days, release: hours }: Of<'ask again'>) => {
    if (hours !== null && (days === null || hours > days * 24 - 12)) no('entry.release-too-soon')
    Object.assign(stop, { askDays: days, releaseHours: hours })
    note(stop, 'event.reconfirm-changed', stop.id)
  },
  'read the clock': readClock,
  'hours pass': hoursPass,
  'call off': (stop: Stop) => {
    step(stop, !stop.off && (stop.later || !isOver(stop)), { off: true }, 'event.cancelled')
    pause(stop)
  },
  'put off': (stop: Stop) => {
    step(stop, !stop.off && !stop.later && !isOver(stop), { later: true }, 'event.postponed')
    pause(stop)
  },
  'put on again': (stop: Stop) => step(stop, stop.off || stop.later, { off: false, later: false }, 'event.resumed'),
}
