import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { holderOf, type SponsorDesk } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { addContact, makeDeskLink } from '@/lib/sponsors/commands/contacts'
import { addSponsor } from '@/lib/sponsors/commands/sponsors'
import type { AddGift } from '@/lib/sponsors/schema/gifts'

type Scope = EventScope<'sponsors.edit'>

/** What a form would send for one gift, with the given fields changed. */
export const aGift = (given: Partial<AddGift> = {}): AddGift => ({
  sponsorName: '商汤科技',
  sort: 'prize-thing',
  title: '小浣熊抱枕',
  titleEn: null,
  quantity: 10,
  admits: null,
  delivery: '当天带来',
  thanks: '虎哥',
  note: '',
  status: 'pledged',
  ...given,
})

/** What a sponsor would send from the desk: the same without what only organisers write. */
export function aDeskGift(given: Partial<AddGift> = {}) {
  const { sponsorName: _sponsor, status: _status, note: _note, titleEn: _titleEn, ...told } = aGift(given)
  return told
}

/** A sponsor of the event's series with one contact who holds a link to the desk. */
export async function aDesk(scope: Scope, given: { sponsor?: string; contact?: string } = {}) {
  const sponsorId = await addSponsor(scope, {
    kind: 'organisation',
    name: given.sponsor ?? `Sponsor ${randomUUID().slice(0, 8)}`,
    nameEn: null,
    link: '',
    blurb: '',
    blurbEn: null,
  })
  const contact = { sponsorId, name: given.contact ?? '问号', email: null, phone: null, wechat: '' }
  const contactId = await addContact(scope, contact)
  const secret = (await makeDeskLink(scope, contactId)).split('/d/')[1] ?? ''
  return { sponsorId, contactId, secret, desk: await deskOf(secret) }
}

export async function deskOf(secret: string): Promise<SponsorDesk> {
  const desk = await holderOf('desk', secret)
  if (!desk) throw new Error('the desk does not open')
  return desk
}

/** The numbers of a prize's units, in order. */
export async function unitsOf(scope: Scope, prizeId: string): Promise<number[]> {
  const units = await database().prizeUnit.findMany({
    where: { ...scope.within, prizeId },
    orderBy: { number: 'asc' },
    select: { number: true },
  })
  return units.map(({ number }) => number)
}

/** What an act was refused with: its code, or "done" when it was not. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}
