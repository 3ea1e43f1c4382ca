import { randomUUID } from 'node:crypto'
import { type PublishedEvent, publishedEvent } from '@/lib/people/scope'
import { addNeed, openBoard } from '@/lib/sponsors/commands/needs'
import { addNeedSchema, type OfferInput, offerSchema } from '@/lib/sponsors/schema/needs'
import { anEvent, anOrganizerOf } from './factories'

/** What a form would send for one need. */
export const aNeed = (given: Record<string, string> = {}) =>
  addNeedSchema.parse({
    sort: 'food',
    title: '茶歇',
    titleEn: '',
    quantity: '80',
    due: '',
    note: '',
    noteEn: '',
    ...given,
  })

/** What "I can help" would send. */
export const anOffer = (given: Record<string, string> = {}): OfferInput =>
  offerSchema.parse({
    locale: 'zh',
    need: '',
    title: '八十杯咖啡',
    quantity: '80',
    delivery: '当天带来',
    thanks: '小满',
    contact: `${randomUUID().slice(0, 8)}@example.com`,
    ...given,
  })

/** A published stop whose board is public, with one need on it. */
export async function aBoard(given: Parameters<typeof anEvent>[0] = {}) {
  const event = await anEvent({ published: true, ...given })
  const scope = await anOrganizerOf('sponsors.edit', event)
  const need = await addNeed(scope, aNeed())
  await openBoard(scope)
  const proof = (await publishedEvent({ id: event.id })) as PublishedEvent
  return { event, scope, need, proof }
}

export const onceOf = (input: object) => ({ key: randomUUID(), input })
