import type { Deed } from './deeds'
import { come, idIn } from './rules-tickets'
import { liveOf, no, note, promote, type Stop, seatsLeft } from './stop'

type Of<K extends Deed['do']> = Extract<Deed, { do: K }>

function scan(stop: Stop, { guest: id, key }: Of<'scan'>) {
  const guest = stop.guests.find((one) => one.id === id) ?? no('checkin.unknown-ticket')
  const verdict = guest.scan ? 'duplicate' : guest.status === 'confirmed' ? 'accepted' : 'refused'
  if (verdict === 'accepted') {
    guest.scan = key
    stop.scans[key] = id
  }
  note(stop, `checkin.${verdict}`, id)
  return verdict
}

function walkIn(stop: Stop, { person, key }: Of<'walk in'>, answered: unknown) {
  if (stop.off) no('checkin.called-off')
  if (stop.later) no('checkin.put-off')
  promote(stop)
  const known = liveOf(stop, person)
  if (known && known.status !== 'confirmed') no('checkin.not-confirmed')
  if (known?.scan) no('checkin.already-in')
  if (!known && seatsLeft(stop) === 0) no('checkin.full')
  const guest = known ?? come(stop, { id: idIn(answered), person, key }, 'confirmed')
  if (!known) note(stop, 'registration.added', guest.id)
  guest.scan = key
  stop.scans[key] = guest.id
  note(stop, 'checkin.accepted', guest.id)
  return { id: guest.id }
}

/** What happens at the door. */
export const doors = {
  scan,
  'undo scan': (stop: Stop, { scan: id }: Of<'undo scan'>) => {
    const guest = stop.guests.find((one) => one.scan === id) ?? no('form.not-found')
    guest.scan = null
    note(stop, 'checkin.undone', id)
  },
  'walk in': walkIn,
}
