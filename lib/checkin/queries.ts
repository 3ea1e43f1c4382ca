import 'server-only'
import { database } from '@/lib/database/client'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { searchWords } from '@/lib/registration/rules/seats'
import { maskName, ticketTail } from './rules'

type Door = EventScope<'checkin.run'>

/** Whoever may see the guests sees whole names; the door sees as much as tells two people apart. */
const shownName = (scope: Door, name: string) => (mayOnEvent(scope.role, 'guests.view') ? name : maskName(name))

/** How many are in, of how many seats taken. */
export async function countIn(scope: Door): Promise<{ inside: number; confirmed: number }> {
  const [inside, event] = await Promise.all([
    database().checkIn.count({ where: { ...scope.within, outcome: 'accepted', undoneAt: null } }),
    database().event.findUniqueOrThrow({ where: { id: scope.eventId }, select: { confirmedCount: true } }),
  ])
  return { inside, confirmed: event.confirmedCount }
}

/** People whose name, pinyin, initials, phone tail or mail domain matches; at most twenty. */
export async function findAtDoor(scope: Door, q: string) {
  const words = searchWords(q)
  if (words.length === 0) return []
  const rows = await database().registration.findMany({
    where: {
      AND: [
        { ...scope.within, status: { in: ['confirmed', 'waitlisted', 'pending'] } },
        ...words.map((word) => ({ searchText: { contains: word.replace(/[\\%_]/g, (sign) => `\\${sign}`) } })),
      ],
    },
    orderBy: [{ status: 'asc' }, { name: 'asc' }],
    take: 20,
    select: {
      id: true,
      name: true,
      status: true,
      ticketCode: true,
      checkIns: { where: { outcome: 'accepted', undoneAt: null }, select: { at: true } },
    },
  })
  return rows.map(({ checkIns, ticketCode, name, ...row }) => ({
    ...row,
    name: shownName(scope, name),
    tail: ticketTail(ticketCode),
    cameInAt: checkIns[0]?.at ?? null,
  }))
}

/** How one scan went, for the big verdict; for a duplicate also when and by whom the person was let in. Or null. */
export async function findVerdict(scope: Door, scanId: string) {
  const scan = await database().checkIn.findFirst({
    where: { ...scope.within, id: scanId },
    select: {
      id: true,
      outcome: true,
      undoneAt: true,
      registration: {
        select: {
          name: true,
          status: true,
          shownAs: true,
          ticketCode: true,
          checkIns: {
            where: { outcome: 'accepted', undoneAt: null },
            select: { id: true, at: true, byPersonId: true },
          },
        },
      },
    },
  })
  if (!scan) return null
  const { registration, ...rest } = scan
  const earlier = registration.checkIns[0] ?? null
  const by = earlier ? await nameOf(earlier.byPersonId) : null
  return {
    ...rest,
    name: shownName(scope, registration.name),
    tail: ticketTail(registration.ticketCode),
    status: registration.status,
    /** Registered with a contact that was registered already: another ticket has the seat. */
    again: registration.shownAs !== null,
    accepted: earlier && { id: earlier.id, at: earlier.at, by },
  }
}

/** The latest scans, newest first. */
export async function listScans(scope: Door) {
  const rows = await database().checkIn.findMany({
    where: { ...scope.within },
    orderBy: { at: 'desc' },
    take: 12,
    select: {
      id: true,
      outcome: true,
      at: true,
      undoneAt: true,
      registration: { select: { name: true, ticketCode: true } },
    },
  })
  return rows.map(({ registration, ...row }) => ({
    ...row,
    name: shownName(scope, registration.name),
    tail: ticketTail(registration.ticketCode),
  }))
}

async function nameOf(personId: string): Promise<string> {
  const person = await database().person.findUnique({ where: { id: personId }, select: { name: true } })
  return person?.name ?? ''
}
