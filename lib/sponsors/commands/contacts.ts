import 'server-only'
import { config } from '@/lib/config'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { linkPath, makeLink, revokeLinks, type SponsorDesk } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import type { AddContact, Colleague, EditContact } from '../schema/gifts'

type Scope = EventScope<'sponsors.edit'>

/** Adds somebody at a sponsor; answers their id. */
export function addContact(scope: Scope, { sponsorId, ...fields }: AddContact, once?: Repeatable) {
  return change(
    scope,
    {},
    async (tx, record) => {
      const sponsor = await tx.sponsor.findUnique({ where: scope.seriesKey(sponsorId), select: { removedAt: true } })
      if (!sponsor || sponsor.removedAt) refuse('form.not-found')
      const data = { ...scope.withinSeries, sponsorId, ...fields }
      const { id } = await tx.sponsorContact.create({ data, select: { id: true } })
      record('contact.added', id, { sponsorId })
      return id
    },
    once,
  )
}

/** Changes how somebody at a sponsor is called and reached; raises ChangedMeanwhile when somebody was faster. */
export function editContact(scope: Scope, { id, version, ...fields }: EditContact) {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.sponsorContact.updateMany({
      where: { ...scope.withinSeries, id, version, removedAt: null },
      data: { ...fields, version: { increment: 1 } },
    })
    if (count === 0) await explain(tx, scope, id)
    record('contact.changed', id, { fields: Object.keys(fields) })
  })
}

/** Takes somebody off; their links to the desk open nothing until they are brought back. */
export function removeContact(scope: Scope, id: string) {
  return setRemoved(scope, id, new Date(), 'contact.removed')
}

export function restoreContact(scope: Scope, id: string) {
  return setRemoved(scope, id, null, 'contact.restored')
}

/** Makes a secret link to the sponsor's desk at this event; answers its address, which is kept nowhere. */
export function makeDeskLink(scope: Scope, contactId: string): Promise<string> {
  return change(scope, {}, async (tx, record) => {
    const contact = await tx.sponsorContact.findUnique({
      where: scope.seriesKey(contactId),
      select: { removedAt: true, sponsor: { select: { removedAt: true } } },
    })
    if (!contact || contact.removedAt || contact.sponsor.removedAt) refuse('form.not-found')
    record('desk.opened', contactId)
    const at = { seriesId: scope.seriesId, eventId: scope.eventId, subjectId: contactId }
    return config().SITE_URL + linkPath('desk', await makeLink(tx, 'desk', at))
  })
}

/**
 * At the desk: a colleague joins, with a link of their own, whose address is answered and kept nowhere. Somebody of that
 * name who is there already gets another link. Refuses `sponsors.many-contacts`.
 */
export function addColleague(desk: SponsorDesk, { name, email }: Colleague): Promise<string> {
  return change(desk, {}, async (tx, record) => {
    const { sponsorId } = await contactAt(tx, desk)
    const there = await tx.sponsorContact.findMany({
      where: { ...desk.withinSeries, sponsorId, removedAt: null },
      select: { id: true, name: true },
    })
    if (there.length >= 20) refuse('sponsors.many-contacts')
    const known = there.find((contact) => contact.name === name)?.id
    const id =
      known ??
      (await tx.sponsorContact.create({ data: { ...desk.withinSeries, sponsorId, name, email }, select: { id: true } }))
        .id
    record(known ? 'desk.opened' : 'contact.added', id, { sponsorId })
    const at = { seriesId: desk.seriesId, eventId: desk.eventId, subjectId: id }
    return config().SITE_URL + linkPath('desk', await makeLink(tx, 'desk', at))
  })
}

/** Makes every link of this contact to the desk of this event worthless. Refuses `sponsors.no-link` when there is none. */
export function revokeDeskLinks(scope: Scope, contactId: string) {
  return change(scope, {}, async (tx, record) => {
    const count = await revokeLinks(tx, 'desk', { eventId: scope.eventId, subjectId: contactId })
    if (count === 0) refuse('sponsors.no-link')
    record('desk.closed', contactId, { links: count })
  })
}

/** A step: who holds this desk, and for which sponsor. Refuses like an unknown link once either is off the list. */
export async function contactAt(tx: Transaction, desk: SponsorDesk): Promise<{ sponsorId: string; name: string }> {
  const contact = await tx.sponsorContact.findFirst({
    where: { ...desk.withinSeries, id: desk.subjectId, removedAt: null, sponsor: { removedAt: null } },
    select: { sponsorId: true, name: true },
  })
  return contact ?? refuse('form.not-found')
}

/** A step: the ids of a sponsor's people with these names, in order; whoever is not known yet is added by name. */
export async function contactsNamed(
  tx: Transaction,
  at: { seriesId: string; sponsorId: string },
  names: readonly string[],
): Promise<string[]> {
  const known = await tx.sponsorContact.findMany({
    where: { ...at, removedAt: null, name: { in: [...names] } },
    select: { id: true, name: true },
  })
  const ids: string[] = []
  for (const name of names) {
    const there = known.find((contact) => contact.name === name)
    ids.push(there ? there.id : (await tx.sponsorContact.create({ data: { ...at, name }, select: { id: true } })).id)
  }
  return ids
}

function setRemoved(scope: Scope, id: string, removedAt: Date | null, verb: string) {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.sponsorContact.updateMany({ where: { ...scope.withinSeries, id }, data: { removedAt } })
    if (count === 0) refuse('form.not-found')
    record(verb, id)
  })
}

async function explain(tx: Transaction, scope: Scope, id: string): Promise<never> {
  const row = await tx.sponsorContact.findFirst({ where: { ...scope.withinSeries, id, removedAt: null } })
  if (!row) return refuse('form.not-found')
  const { name, email, phone, wechat } = row
  throw new ChangedMeanwhile(row.version, { name, email: email ?? '', phone: phone ?? '', wechat })
}
