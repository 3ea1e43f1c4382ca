import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { holderOf, type TicketHolder } from '@/lib/people/holder'
import { type PublishedEvent, publishedEvent } from '@/lib/people/scope'
import { type NewTicket, registerFor } from '@/lib/registration/commands/register'
import { registrationSchema } from '@/lib/registration/schema/registration'
import { anEvent } from './factories'

type Given = Parameters<typeof anEvent>[0]

/** An event that anybody may see, and the proof of it. */
export async function aPublishedEvent(given: Given = {}) {
  const event = await anEvent({ ...given, published: true })
  const proof = await publishedEvent({ id: event.id })
  if (!proof) throw new Error('the factory made something that cannot be found')
  return { event, proof }
}

/** An address that nobody has. */
export const anAddress = () => `guest-${randomUUID().slice(0, 8)}@example.com`

/** What a filled-in form holds once it was read. */
export const aForm = (given: { name?: string; contact?: string; news?: 'on'; locale?: 'zh' | 'en' } = {}) =>
  registrationSchema.parse({
    locale: given.locale ?? 'zh',
    name: given.name ?? '林一诺',
    contact: given.contact ?? `guest-${randomUUID().slice(0, 8)}@example.com`,
    ...(given.news ? { news: given.news } : {}),
  })

/** Registers somebody new (or the one given) and answers the ticket. */
export async function aGuest(proof: PublishedEvent, given: Parameters<typeof aForm>[0] = {}): Promise<NewTicket> {
  const input = aForm(given)
  const ticket = await registerFor(proof, input, { key: randomUUID(), input })
  if (ticket.standIn) throw new Error('this address was registered already')
  return ticket
}

/** The proof that a ticket's link gives. */
export async function holding(ticket: NewTicket): Promise<TicketHolder> {
  const holder = await holderOf('ticket', ticket.secret)
  if (!holder) throw new Error('the link does not open')
  return holder
}

/** A registration's row as it stands. */
export const rowOf = (eventId: string, id: string) =>
  database().registration.findUniqueOrThrow({ where: { key: { eventId, id } } })

/** The event's outbox, oldest first. */
export const outboxOf = (eventId: string) => database().message.findMany({ where: { eventId }, orderBy: { id: 'asc' } })
