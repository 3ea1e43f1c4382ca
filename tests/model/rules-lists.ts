import type { Deed } from './deeds'
import { come, idIn } from './rules-tickets'
import { type Guest, type List, liveOf, no, note, promote, type Stop, seatFree } from './stop'

type Of<K extends Deed['do']> = Extract<Deed, { do: K }>
const listOf = (stop: Stop, id: string): List => stop.lists.find((list) => list.id === id) ?? no('form.not-found')

function run(stop: Stop, { list: id }: Of<'run list'>, answered: unknown) {
  const list = listOf(stop, id)
  if (list.undone) no('guests.import-undone')
  const ids = (answered as { ids?: (string | null)[] } | null)?.ids ?? []
  promote(stop)
  for (const [n, person] of list.ran ? [] : list.people.entries()) {
    if (liveOf(stop, person)) continue
    const seated = seatFree(stop)
    if (!seated && list.whenFull === 'refused') continue
    // Whoever is gone again by now has no id any more, and no need of one.
    const guest = { id: ids[n] ?? `gone-${id}-${n}`, person, key: null, list: id }
    come(stop, guest, seated ? 'confirmed' : 'waitlisted')
    list.came++
    note(stop, 'registration.imported', guest.id)
  }
  list.ran = true
  note(stop, 'import.ran', id)
  return { left: 0 }
}

function undo(stop: Stop, { list: id, typed }: Of<'undo list'>) {
  const list = listOf(stop, id)
  if (list.undone) no('guests.import-undone')
  if (!list.ran) no('guests.import-not-run')
  if (typed !== list.came) no('guests.import-mistyped')
  const theirs = stop.guests.filter((guest) => guest.list === id)
  // Whoever registered as well, or was handed the ticket, counts on it.
  const counted = ({ handed, person: whose }: Guest) =>
    handed || stop.guests.some(({ person, shown }) => shown !== null && person !== null && person === whose)
  const gone = theirs.filter((guest) => !guest.scan && !counted(guest))
  stop.guests = stop.guests.filter((guest) => !gone.includes(guest))
  list.undone = true
  promote(stop)
  note(stop, 'import.undone', id)
  return { gone: gone.length, stayed: theirs.length - gone.length }
}

/** Lists of guests brought along from elsewhere. */
export const lists = {
  'keep list': (stop: Stop, { people, key }: Of<'keep list'>, answered: unknown) => {
    const known = stop.keys[`person:${key}`]
    const id = known ? idIn(known.answered) : idIn(answered)
    if (!known) {
      stop.lists.push({ id, people, whenFull: 'waiting', ran: false, undone: false, came: 0 })
    }
    note(stop, 'import.read', id)
    return { id }
  },
  'plan list': (stop: Stop, { list: id, whenFull }: Of<'plan list'>) => {
    const list = listOf(stop, id)
    if (list.ran) no('guests.import-under-way')
    list.whenFull = whenFull
    note(stop, 'import.planned', id)
  },
  'run list': run,
  'undo list': undo,
}
