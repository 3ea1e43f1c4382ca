import { database } from '@/lib/database/client'
import { pictureSent } from '@/lib/media/uploads/keep'
import type { EventScope } from '@/lib/people/scope'
import { addGift, stepGift } from '@/lib/prizes/commands/gifts'
import { addContact } from '@/lib/sponsors/commands/contacts'
import { addSponsor } from '@/lib/sponsors/commands/sponsors'
import { addTier, giveTier } from '@/lib/sponsors/commands/tiers'
import { addContactSchema, addGiftSchema, addSponsorSchema } from '@/lib/sponsors/schema/gifts'
import { addTierSchema, giveTierSchema } from '@/lib/sponsors/schema/tiers'
import { once, unlessDone } from './doing'
import { drawingOf } from './drawings'
import { needCalled } from './seed-needs'
import type { DemoSponsor, DemoStop } from './types'

type Editor = EventScope<'sponsors.edit'>

/** Who gave what, with whom to thank; addresses are invented. */
export async function seedSponsors(scope: Editor, { stop, sponsors, tiers = [] }: DemoStop): Promise<void> {
  for (const sponsor of sponsors) {
    await seedSponsor(scope, sponsor)
    for (const gift of sponsor.gifts) await seedGift(scope, stop.slug, sponsor, gift)
  }
  for (const { name, nameEn, sponsors: named } of tiers) {
    const tier = await addTier(scope, addTierSchema.parse({ name, nameEn }), once(`tier ${stop.slug} ${name}`))
    const where = { ...scope.withinSeries, name: { in: named } }
    const rows = await database().sponsor.findMany({ where, select: { id: true } })
    for (const { id } of rows) await unlessDone(() => giveTier(scope, giveTierSchema.parse({ sponsorId: id, tier })))
  }
}

async function seedSponsor(scope: Editor, sponsor: DemoSponsor): Promise<void> {
  const { name, nameEn = '', blurb = '', blurbEn = '', contacts } = sponsor
  const known = await database().sponsor.findFirst({ where: { ...scope.withinSeries, name }, select: { id: true } })
  const input = addSponsorSchema.parse({ kind: 'organisation', name, nameEn, link: '', blurb, blurbEn })
  const sponsorId = known?.id ?? (await addSponsor(scope, input, once(`sponsor ${name}`)))
  for (const contact of contacts) {
    const email = `thanks.${contacts.indexOf(contact) + 1}@${sponsorId.slice(-6)}.example.org`
    const row = addContactSchema.parse({ sponsorId, name: contact, email, phone: '', wechat: '' })
    await unlessDone(() => addContact(scope, row, { ...once(`contact ${name} ${contact}`), input: contact }))
  }
}

async function seedGift(scope: Editor, slug: string, sponsor: DemoSponsor, gift: DemoSponsor['gifts'][number]) {
  const status = gift.status === 'thanked' || gift.status === 'declined' ? 'received' : gift.status
  const input = addGiftSchema.parse({
    sponsorName: sponsor.name,
    sort: gift.sort,
    title: gift.title,
    titleEn: gift.titleEn,
    quantity: gift.quantity === null ? '' : String(gift.quantity),
    admits: String(gift.admits ?? ''),
    delivery: gift.delivery ?? '',
    parcel: gift.parcel ?? '',
    value: gift.value ?? '',
    currency: 'CNY',
    needId: gift.need ? await needCalled(scope, gift.need) : '',
    note: '',
    thanks: sponsor.contacts.join('、'),
    status,
  })
  const picture = await pictureSent(scope, 'photo', { file: await drawingOf(gift.title) })
  const id = await addGift(scope, { ...input, ...picture }, once(`gift ${slug} ${sponsor.name} ${gift.title}`))
  if (gift.status === 'thanked') await unlessDone(() => stepGift(scope, { id, from: 'received', to: 'thanked' }))
}
