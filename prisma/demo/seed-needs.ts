import { database } from '@/lib/database/client'
import { type EventScope, publishedEvent } from '@/lib/people/scope'
import { askFor } from '@/lib/prizes/commands/asks'
import { offerHelp } from '@/lib/prizes/commands/offers'
import { completeRecap } from '@/lib/recap/commands/recap'
import { sendThanks } from '@/lib/recap/commands/thanks'
import { findOwed } from '@/lib/recap/queries/owed'
import { addNeed, openBoard } from '@/lib/sponsors/commands/needs'
import { addNeedSchema, askSchema, offerSchema } from '@/lib/sponsors/schema/needs'
import { once, unlessDone } from './doing'
import type { DemoStop } from './types'

type Editor = EventScope<'sponsors.edit'>

/** What the stop looks for, before anybody has given anything. */
export async function seedNeeds(scope: Editor, { stop, needs = [] }: DemoStop): Promise<void> {
  for (const { sort, title, titleEn, quantity, daysBefore, note = '', noteEn = '' } of needs) {
    const due = daysBefore === undefined ? '' : dayBefore(stop.date, daysBefore)
    const input = { sort, title, titleEn, quantity: quantity === null ? '' : String(quantity), due, note, noteEn }
    await addNeed(scope, addNeedSchema.parse(input), once(`need ${stop.slug} ${title}`))
  }
}

/** Who was asked, and who offered help on the public board; needs the stop to be public. */
export async function seedBoard(scope: Editor, { stop, needs = [], asks = [], offers = [] }: DemoStop): Promise<void> {
  if (needs.length === 0) return
  if (offers.length > 0) await openBoard(scope)
  for (const { need, sponsor, contact } of asks) {
    const input = { need: await needCalled(scope, need), sponsorName: sponsor, contactName: contact, language: 'zh' }
    await unlessDone(() => askFor(scope, askSchema.parse(input)))
  }
  const event = await publishedEvent({ id: scope.eventId })
  for (const offer of event ? offers : []) {
    const sent = { ...offer, locale: 'zh', need: await needCalled(scope, offer.need) }
    const key = once(`offer ${stop.slug} ${offer.title}`)
    if (event) await unlessDone(() => offerHelp(event, offerSchema.parse(sent), key))
  }
}

/** Everybody was thanked in the days after, and the recap called complete. */
export async function seedThanks(scope: EventScope<'recap.edit'>): Promise<void> {
  for (const { kind, id, sentAt } of (await findOwed(scope)).owed) {
    if (!sentAt) await unlessDone(() => sendThanks(scope, { kind, id, channel: 'chat', language: 'zh' }))
  }
  await unlessDone(() => completeRecap(scope))
}

/** The id of a need by its title. */
export async function needCalled(scope: Editor, title: string): Promise<string> {
  const need = await database().need.findFirst({ where: { ...scope.within, title }, select: { id: true } })
  return need?.id ?? ''
}

const dayBefore = (date: string, days: number): string =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() - days * 86_400_000).toISOString().slice(0, 10)
