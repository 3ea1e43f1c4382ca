import { database } from '@/lib/database/client'
import { whenOf } from '@/lib/events/rules'
import { callOff } from '@/lib/registration/commands/change-plan'
import { editStop } from '@/lib/registration/commands/edit-stop'
import { cancelMine } from '@/lib/registration/commands/mine'
import { anOrganizerOf } from '../support/factories'
import { aGuest, anAddress, aPublishedEvent, holding, outboxOf, rowOf } from '../support/guests'
import { edited } from '../support/stops'
import { expect, test } from '../support/test'

type Stop = Awaited<ReturnType<typeof aPublishedEvent>>
const soon = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** People who register in small groups, one after another, while something happens; what each was told. */
async function whileSubmitting({ proof }: Stop, act: () => Promise<unknown>): Promise<string[]> {
  const told = Array.from({ length: 60 }, async (_, n) => {
    await soon(n * 10)
    return aGuest(proof).then(
      ({ status }) => status,
      (error: Error) => error.message,
    )
  })
  await soon(100)
  await act()
  return Promise.all(told)
}

test('a stop is called off while people register: each has a ticket and hears of it, or was told no', async () => {
  const stop = await aPublishedEvent()
  const scope = await anOrganizerOf('event.edit', stop.event)
  const told = await whileSubmitting(stop, () => callOff(scope, '场地没了'))
  expect(new Set(told)).toEqual(new Set(['confirmed', 'registration.not-open-cancelled']))
  const seated = told.filter((status) => status === 'confirmed').length
  expect(await database().registration.count({ where: { eventId: stop.event.id } })).toBe(seated)
  const letters = (await outboxOf(stop.event.id)).filter(({ kind }) => kind !== 'registration-ticket')
  expect(letters).toHaveLength(seated)
})

test('the stop is edited while people register: nobody is lost, and the queue begins where the new capacity ends', async () => {
  const stop = await aPublishedEvent({ capacity: 100 })
  const scope = await anOrganizerOf('event.edit', stop.event)
  const told = await whileSubmitting(stop, async () => {
    const lower = async () => {
      const { openCount } = await database().event.findUniqueOrThrow({ where: { id: stop.event.id } })
      await editStop(scope, { ...edited({ capacity: `${openCount + 15}`, version: '1' }), ...whenOf(stop.event) })
    }
    // Where so many came between the question and the edit that it was too low, it is asked once more.
    await lower().catch(lower)
  })
  const { capacity, openCount, waitlistLast } = await database().event.findUniqueOrThrow({
    where: { id: stop.event.id },
  })
  expect(new Set(told)).toEqual(new Set(['confirmed', 'waitlisted']))
  expect([openCount, waitlistLast]).toEqual([capacity, 60 - capacity])
})

/** Lets the clock of this process, not that of Postgres, be off by so much. */
async function withClockOff<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const RealDate = Date
  class Off extends RealDate {
    constructor(...given: unknown[]) {
      if (given.length) super(...(given as [string]))
      else super(RealDate.now() + ms)
    }
    static override now = () => RealDate.now() + ms
  }
  globalThis.Date = Off as DateConstructor
  try {
    return await work()
  } finally {
    globalThis.Date = RealDate
  }
}

for (const days of [-9, 9]) {
  test(`with the app's clock ${days} days off, deadlines are those of the database`, async () => {
    const hour = 3_600_000
    const startsAt = new Date(Date.now() + 30 * hour)
    const open = await aPublishedEvent({ capacity: 1, startsAt })
    const closed = await aPublishedEvent({ startsAt })
    const endsAt = (ms: number) => ({ data: { registrationEndsAt: new Date(Date.now() + ms) } })
    await database().event.update({ where: { id: open.event.id }, ...endsAt(hour) })
    await database().event.update({ where: { id: closed.event.id }, ...endsAt(-hour) })
    const [first, second] = await withClockOff(days * 24 * hour, async () => {
      await expect(aGuest(closed.proof)).rejects.toThrow('registration.not-open-closed')
      return [await aGuest(open.proof), await aGuest(open.proof, { contact: anAddress() })]
    })
    await withClockOff(days * 24 * hour, async () => cancelMine(await holding(first)))
    const { offerExpiresAt } = await rowOf(open.event.id, second.registrationId)
    expect(offerExpiresAt?.getTime()).toBeGreaterThan(Date.now())
    expect(offerExpiresAt?.getTime()).toBeLessThan(startsAt.getTime())
  })
}
