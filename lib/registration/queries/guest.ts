import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'

type Guests = EventScope<'guests.view'>
export type Guest = NonNullable<Awaited<ReturnType<typeof findGuest>>>
export type GuestHistory = Awaited<ReturnType<typeof listGuestHistory>>

/** Everything an organiser sees of one guest, or null. `place` counts those who wait, the guest included. */
export async function findGuest(scope: Guests, id: string) {
  const row = await database().registration.findUnique({
    where: scope.key(id),
    select: {
      id: true,
      version: true,
      status: true,
      name: true,
      contact: true,
      contactKind: true,
      locale: true,
      ticketCode: true,
      waitlistPosition: true,
      newsConsentAt: true,
      photoConsentAt: true,
      noticeVersion: true,
      jumpReason: true,
      offerExpiresAt: true,
      createdAt: true,
      confirmedAt: true,
      endedAt: true,
      contactProvedAt: true,
      shownAs: true,
      checkIns: { where: { outcome: 'accepted', undoneAt: null }, select: { at: true } },
    },
  })
  if (!row) return null
  const { checkIns, shownAs, ...guest } = row
  return {
    ...guest,
    again: shownAs !== null,
    erased: row.contact.startsWith('erased:'),
    cameInAt: checkIns[0]?.at ?? null,
  }
}

/** What happened to one guest, the latest first, with the names of the organisers who did it. */
export async function listGuestHistory(scope: Guests, id: string) {
  const found = await database().activity.findMany({
    where: { eventId: scope.eventId, subjectId: id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { id: true, at: true, verb: true, actorKind: true, actorId: true, details: true },
  })
  const actors = found.flatMap(({ actorKind, actorId }) => (actorKind === 'person' && actorId ? [actorId] : []))
  const people = await database().person.findMany({
    where: { id: { in: [...new Set(actors)] } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map((person) => [person.id, person.name]))
  return found.map(({ actorId, ...line }) => ({ ...line, actorName: names.get(actorId ?? '') ?? null }))
}
