// checklist: 5, 41
import { randomUUID } from 'node:crypto'
import { addWalkIn } from '@/lib/checkin/commands'
import { database } from '@/lib/database/client'
import { addGuest } from '@/lib/registration/commands/guests'
import { handOver } from '@/lib/registration/commands/hand-over'
import { keepImport, runImport } from '@/lib/registration/commands/import-guests'
import { cancelMine, uncancelMine } from '@/lib/registration/commands/mine'
import { guestSchema, handOverSchema } from '@/lib/registration/schema/registration'
import { anOrganizerOf } from '../support/factories'
import { aGuest } from '../support/guests'
import { aQueue, runOut } from '../support/queues'
import { expect, test } from '../support/test'

/** A stop whose one seat is offered to somebody whose time for it ended, and no clock was read since. */
async function anOfferIsOver(waiting = 1) {
  const { event, proof, seated, stateOf, who } = await aQueue(waiting)
  await cancelMine(seated)
  await runOut(event.id)
  const { contact } = await stateOf(0)
  const states = async () => {
    const rows = await database().registration.findMany({
      where: { eventId: event.id, contact },
      orderBy: { id: 'asc' },
    })
    return rows.map(({ status, endCause }) => endCause ?? status)
  }
  return { event, proof, who, stateOf, contact, states }
}

const byHand = (contact: string) => guestSchema.parse({ locale: 'zh', name: '林一诺', contact })

test('whoever let an offer pass comes anew by a list, by hand, at the door and by the form, before any clock is read', async () => {
  type Over = Awaited<ReturnType<typeof anOfferIsOver>>
  const ways: Record<string, (over: Over) => Promise<unknown>> = {
    list: async ({ event, contact }) => {
      const scope = await anOrganizerOf('guests.edit', event)
      const table = { head: ['name', 'email'], rows: [['林一诺', contact]] }
      const id = await keepImport(scope, { name: 'list.csv', table, locale: 'zh' }, randomUUID())
      expect(await runImport(scope, id)).toEqual({ left: 0 })
    },
    hand: async ({ event, contact }) => addGuest(await anOrganizerOf('guests.edit', event), byHand(contact), undefined),
    door: async ({ event, contact }) => {
      const input = byHand(contact)
      await addWalkIn(await anOrganizerOf('checkin.run', event), input, { key: randomUUID(), input })
    },
    form: ({ proof, contact }) => aGuest(proof, { contact }),
  }
  for (const [way, come] of Object.entries(ways)) {
    const over = await anOfferIsOver()
    await come(over)
    expect(await over.states(), way).toEqual(['offer_expired', 'confirmed'])
  }
})

test('a place in the queue that is handed to a friend is not lost to an offer that the friend let pass', async () => {
  const { who, stateOf, contact, states } = await anOfferIsOver(2)
  await handOver(who(1), handOverSchema.parse({ name: '林一诺', contact }))
  expect(await states()).toEqual(['offer_expired', 'waitlisted'])
  // The seat that the friend let pass is offered to whoever is next, whose ticket it is now.
  expect(await stateOf(1)).toMatchObject({ contact, status: 'waitlisted', offerExpiresAt: expect.any(Date) })
})

test('whoever comes back to their ticket after an offer’s time joins the end of the queue, before any clock is read', async () => {
  const { who, stateOf } = await anOfferIsOver(2)
  expect(await uncancelMine(who(0))).toBe('waitlisted')
  expect(await stateOf(0)).toMatchObject({ waitlistPosition: 3, offerExpiresAt: null })
  expect(await stateOf(1)).toMatchObject({ status: 'waitlisted', offerExpiresAt: expect.any(Date) })
})

test('an offer that is over is nothing to hand on', async () => {
  const { who, states } = await anOfferIsOver()
  const friend = handOverSchema.parse({ name: '周明', contact: `friend-${randomUUID()}@example.com` })
  await expect(handOver(who(0), friend)).rejects.toThrow('registration.not-live')
  expect(await states()).toEqual(['waitlisted'])
})
