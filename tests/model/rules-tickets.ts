import type { Code, Deed } from './deeds'
import {
  end,
  freshStatus,
  type Guest,
  guestOf,
  isLive,
  isOver,
  liveOf,
  No,
  no,
  note,
  over,
  promote,
  queue,
  type Status,
  type Stop,
  seat,
  seatFree,
  show,
  takenOf,
  usesOf,
} from './stop'

type Of<K extends Deed['do']> = Extract<Deed, { do: K }>

/** A new registration. Its id is whatever was really answered. */
export function come(stop: Stop, given: Pick<Guest, 'id' | 'person' | 'key'> & Partial<Guest>, as: Status): Guest {
  const guest: Guest = {
    status: 'pending',
    place: null,
    offer: null,
    cause: null,
    hold: null,
    byCode: false,
    seated: null,
    ended: null,
    asked: null,
    stillComing: false,
    scan: null,
    list: null,
    shown: null,
    shownPlace: null,
    reminded: false,
    ...given,
  }
  if (stop.guests.some(({ id }) => id === guest.id)) throw new Error(`${guest.id} was given twice`)
  if (as === 'confirmed') seat(stop, guest)
  if (as === 'waitlisted') queue(stop, guest)
  if (as === 'cancelled') end(stop, guest, as)
  stop.guests.push(guest)
  return guest
}

export const idIn = (answered: unknown): string => {
  const id = (answered as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : 'nobody'
}

function register(stop: Stop, { person, code, key }: Of<'register'>, answered: unknown) {
  const shut = closedBecause(stop)
  if (shut) return new No(`registration.not-open-${shut}`)
  promote(stop)
  // What is refused to somebody new is refused before anybody looks whether the contact is known.
  const hold = code ? opened(stop, code) : stop.byInvitation ? new No('registration.code-needed') : null
  if (hold instanceof No) return hold
  // The key is of one registration for ever, also of one that was erased.
  if (stop.guests.some((guest) => guest.key === key)) no('form.key-used-for-something-else')
  const fresh = hold ? 'confirmed' : freshStatus(stop)
  const first = liveOf(stop, person)
  const id = idIn(answered)
  if (first) {
    if (hold) sitByCode(stop, first, hold)
    const status = show(stop, come(stop, { id, person, key }, 'cancelled'), fresh, first)
    note(stop, 'registration.repeated', first.id)
    return { id, status }
  }
  come(stop, { id, person, key, hold, byCode: hold !== null }, fresh)
  note(stop, 'registration.added', id)
  return { id, status: fresh }
}

/** A code seats whoever is registered already where it leads; what they had of the others' seats is free. */
function sitByCode(stop: Stop, guest: Guest, hold: string): void {
  if (guest.hold === hold && guest.byCode) return
  if (guest.status !== 'confirmed') seat(stop, guest)
  guest.hold = hold
  guest.byCode = true
  promote(stop)
}

function closedBecause(stop: Stop) {
  if (stop.off) return 'cancelled'
  if (stop.later) return 'postponed'
  return isOver(stop) ? 'past' : null
}

function opened(stop: Stop, code: Code): string | No {
  const hold = stop.holds.find(({ id }) => id === code.hold)
  if (!hold) return new No('registration.code-unknown')
  const shut = hold.closed || (hold.expires !== null && over(hold.expires, stop.now))
  const full = takenOf(stop, hold.id) >= hold.seats || usesOf(stop, hold.id) >= (hold.uses ?? 0)
  return shut || full ? new No('registration.code-used-up') : hold.id
}

/** Ends a live registration; what it freed goes to whoever waits longest. */
export function leave(stop: Stop, guest: Guest, as: 'cancelled' | 'declined', cause: Guest['cause'] = null): void {
  if (!isLive(guest)) no('registration.not-live')
  if (as === 'declined' && guest.status === 'confirmed') no('registration.confirmed-already')
  if (guest.scan) no('registration.already-in')
  const freed = guest.status === 'confirmed' || guest.offer !== null
  end(stop, guest, as, cause)
  note(stop, `registration.${as}`, guest.id)
  if (freed) promote(stop)
}

/** Takes an end back: the seat set aside if it is still there, else what one was waiting for, else seat or queue. */
export function restore(stop: Stop, guest: Guest): Status {
  if (isLive(guest)) no('registration.live-already')
  if (guest.person === null) no('registration.erased')
  promote(stop)
  if (liveOf(stop, guest.person as number)) no('registration.registered-again')
  const slipped = guest.ended !== null && stop.now - guest.ended < 15 * 60_000
  const oldPlace = slipped && guest.seated === null && guest.cause !== 'offer_expired' ? guest.place : null
  Object.assign(guest, { cause: null, ended: null, shown: null, shownPlace: null })
  if (guest.hold && opensAgain(stop, guest)) seat(stop, guest)
  else {
    guest.hold = null
    guest.byCode = false
    if (stop.approval && guest.seated === null) guest.status = 'pending'
    else if (seatFree(stop)) seat(stop, guest)
    else queue(stop, guest, oldPlace ?? undefined)
  }
  note(stop, 'registration.restored', guest.id)
  return guest.status
}

function opensAgain(stop: Stop, guest: Guest): boolean {
  const hold = stop.holds.find(({ id }) => id === guest.hold)
  if (!hold || hold.closed || takenOf(stop, hold.id) >= hold.seats) return false
  return !guest.byCode || usesOf(stop, hold.id) < (hold.uses ?? 0)
}

function accept(stop: Stop, { guest: id }: { guest: string }) {
  const guest = guestOf(stop, id)
  if (guest.cause === 'offer_expired') no('registration.offer-over')
  if (guest.status !== 'waitlisted' || guest.offer === null) return no('registration.no-offer')
  if (over(guest.offer, stop.now)) no('registration.offer-over')
  seat(stop, guest)
  note(stop, 'registration.offer-accepted', id)
}

function cancelMine(stop: Stop, { guest: id }: { guest: string }) {
  const guest = guestOf(stop, id)
  if (!guest.shown) return leave(stop, guest, 'cancelled')
  if (guest.shown === 'cancelled') no('registration.not-live')
  Object.assign(guest, { shown: 'cancelled', shownPlace: null })
  note(stop, 'registration.cancelled', id)
}

function restoreMine(stop: Stop, { guest: id }: { guest: string }) {
  // An offer that is over by the clock has ended before anybody noticed.
  promote(stop)
  const guest = guestOf(stop, id)
  if (guest.status === 'declined') no('registration.declined-stays')
  if (!guest.shown) return restore(stop, guest)
  if (guest.shown !== 'cancelled') no('registration.live-already')
  promote(stop)
  const first = guest.person === null ? undefined : liveOf(stop, guest.person)
  if (!first) return restore(stop, guest)
  note(stop, 'registration.restored', id)
  return show(stop, guest, freshStatus(stop), first)
}

/** Whoever gets a ticket and is registered already keeps the better of the two. */
function handOver(stop: Stop, { guest: id, person }: Of<'hand over'>) {
  promote(stop)
  const guest = guestOf(stop, id)
  if (!isLive({ ...guest, status: guest.shown ?? guest.status })) no('registration.not-live')
  if (guest.scan) no('registration.already-in')
  if (guest.person === person) no('registration.same-contact')
  note(stop, 'registration.handed-over', id)
  guest.handed = true
  const friend = liveOf(stop, person)
  const better = guest.status === 'confirmed' && friend?.status !== 'confirmed'
  if (friend && !better) return guest.shown ? undefined : leave(stop, guest, 'cancelled')
  if (friend) leave(stop, friend, 'cancelled')
  Object.assign(guest, { person, asked: null, stillComing: false, reminded: false, key: null })
  // A ticket that held nothing makes its new holder somebody new.
  if (guest.shown) restore(stop, guest)
}

function erase(stop: Stop, { guest: id }: { guest: string }) {
  const guest = guestOf(stop, id)
  if (isLive(guest) && !isOver(stop) && !guest.scan) leave(stop, guest, 'cancelled')
  guest.person = null
  if (guest.key) delete stop.keys[`guest:${guest.key}`]
  note(stop, 'registration.erased', id)
}

/** What whoever registers, or holds a ticket, may do. */
export const tickets = {
  register,
  'cancel mine': cancelMine,
  'restore mine': restoreMine,
  'accept offer': accept,
  'decline offer': (stop: Stop, { guest: id }: { guest: string }) => {
    const guest = guestOf(stop, id)
    if (guest.status !== 'waitlisted' || guest.offer === null) no('registration.no-offer')
    leave(stop, guest, 'cancelled', 'offer_declined')
  },
  reconfirm: (stop: Stop, { guest: id }: { guest: string }) => {
    const guest = guestOf(stop, id)
    if (guest.status !== 'confirmed' || guest.asked === null) no('registration.nobody-asked')
    guest.stillComing = true
    note(stop, 'registration.reconfirmed', id)
  },
  'hand over': handOver,
  erase,
}
