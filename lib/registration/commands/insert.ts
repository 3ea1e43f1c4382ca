import 'server-only'
import type { Transaction } from '@/lib/database/client'
import type { EmailAddress, PhoneNumber } from '@/lib/values/address'
import { noticeVersion, searchTextOf } from '../rules'
import { freeTicketCode, nextPlace, type Seats } from './seats'

export type NewGuest = {
  name: string
  contact: { kind: 'email' | 'phone'; contact: EmailAddress | PhoneNumber }
  locale: 'zh' | 'en'
  news?: boolean
  photos?: boolean
}

/** A step of registering: one row in the given state, with its ticket code and, when it waits, its place. */
export async function insertRegistration(
  tx: Transaction,
  at: { eventId: string; status: 'pending' | 'confirmed' | 'waitlisted'; requestKey: string; seats: Seats },
  guest: NewGuest,
) {
  const { eventId, status, requestKey, seats } = at
  return tx.registration.create({
    data: {
      eventId,
      status,
      requestKey,
      name: guest.name,
      contactKind: guest.contact.kind,
      contact: guest.contact.contact,
      searchText: searchTextOf(guest.name, guest.contact.contact),
      locale: guest.locale,
      ticketCode: await freeTicketCode(tx, eventId),
      waitlistPosition: status === 'waitlisted' ? await nextPlace(tx, eventId) : null,
      noticeVersion,
      newsConsentAt: guest.news ? seats.now : null,
      photoConsentAt: guest.photos ? seats.now : null,
      confirmedAt: status === 'confirmed' ? seats.now : null,
    },
    select: { id: true, status: true },
  })
}

/** The live registration of a contact at an event, or null. */
export const findLive = (tx: Transaction, eventId: string, contact: string) =>
  tx.registration.findFirst({
    where: { eventId, contact, status: { in: ['pending', 'confirmed', 'waitlisted'] } },
    select: { id: true, status: true },
  })
