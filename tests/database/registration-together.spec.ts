import { randomUUID } from 'node:crypto'
import { changeTogether } from '@/lib/database/change-together'
import { database } from '@/lib/database/client'
import { leaveTogether } from '@/lib/database/leave'
import { parcel } from '@/lib/database/parcel'
import type { PublishedEvent } from '@/lib/people/scope'
import { registerFor } from '@/lib/registration/commands/register'
import { Refusal, refuse } from '@/lib/values/refusal'
import { aForm, anAddress, aPublishedEvent, outboxOf } from '../support/guests'
import { expect, test } from '../support/test'

// checklist: 1, 2, 5

const registered = (eventId: string) => database().registration.findMany({ where: { eventId }, orderBy: { id: 'asc' } })
const waits = async (eventId: string) =>
  (await registered(eventId)).flatMap(({ waitlistPosition }) => waitlistPosition ?? []).sort((a, b) => a - b)
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
const post = (proof: PublishedEvent, given: Parameters<typeof aForm>[0] = {}, key = randomUUID()) => {
  const input = aForm(given)
  return registerFor(proof, input, { key, input })
}

test('three hundred at once with duplicates among them: exact seats, places without a gap, few transactions', async () => {
  test.setTimeout(90_000)
  const { event, proof } = await aPublishedEvent({ capacity: 20 })
  const one = randomUUID().slice(0, 8)
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, n) => post(proof, { contact: `p${n % 150}-${one}@example.com` })),
  )
  const tickets = answers.filter(({ standIn }) => !standIn)
  expect(tickets).toHaveLength(150)
  expect(tickets.filter(({ status }) => status === 'confirmed')).toHaveLength(20)
  expect(await waits(event.id)).toEqual(oneTo(130))
  const row = await database().event.findUniqueOrThrow({ where: { id: event.id } })
  expect(row).toMatchObject({ confirmedCount: 20, waitlistLast: 130 })
  const transactions = await database().$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT xmin::text)::int AS count FROM registrations WHERE event_id = ${event.id}::uuid`
  expect(transactions[0]?.count).toBeLessThan(10)
})

test('each of a batch has its own number in the event, and its lines in the log under it', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 3 })
  await Promise.all(Array.from({ length: 12 }, () => post(proof)))
  const log = await database().activity.findMany({
    where: { eventId: event.id, verb: 'registration.added' },
    orderBy: { serial: 'asc' },
  })
  expect(new Set(log.map(({ serial }) => serial)).size).toBe(12)
  const rows = new Map((await registered(event.id)).map((row) => [row.id, row]))
  const inOrder = log.map(({ subjectId }) => rows.get(subjectId ?? ''))
  expect(inOrder.slice(0, 3).map((row) => row?.status)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  expect(inOrder.slice(3).map((row) => row?.waitlistPosition)).toEqual(oneTo(9))
})

test('the same form twice in one batch is one registration and one message; the key with another form is refused', async () => {
  const { event, proof } = await aPublishedEvent()
  const key = randomUUID()
  const contact = `double-${key.slice(0, 8)}@example.com`
  const answers = await Promise.allSettled([
    post(proof),
    post(proof, { contact }, key),
    post(proof, { contact }, key),
    post(proof, { name: '另一个人' }, key),
    post(proof),
  ])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  const [, one, two, other] = answers as PromiseFulfilledResult<{ secret: string }>[]
  expect(one?.value.secret).toBe(two?.value.secret)
  expect(String((other as unknown as PromiseRejectedResult).reason)).toContain('form.key-used-for-something-else')
  expect(await registered(event.id)).toHaveLength(3)
  expect(await outboxOf(event.id)).toHaveLength(3)
})

test('a form that is refused leaves its key to a corrected one, also when both come at the same moment', async () => {
  const { event, proof } = await aPublishedEvent()
  const [key, contact] = [randomUUID(), anAddress()]
  const wrong = { ...aForm({ contact }), code: 'NEVER-MADE' }
  const answers = await Promise.allSettled([
    post(proof),
    registerFor(proof, wrong, { key, input: wrong }),
    post(proof, { contact }, key),
  ])
  const reasons = answers.map((answer) => (answer.status === 'rejected' ? answer.reason.code : 'done'))
  expect(reasons).toEqual(['done', 'registration.code-unknown', 'form.busy'])
  expect((await post(proof, { contact }, key))?.status).toBe('confirmed')
  expect(await registered(event.id)).toHaveLength(2)
})

test('one key at two events at the same moment belongs to one of them, and the other is told so', async () => {
  const [here, there] = [await aPublishedEvent(), await aPublishedEvent()]
  const key = randomUUID()
  const answers = await Promise.allSettled([post(here.proof, {}, key), post(there.proof, {}, key)])
  const refused = answers.filter((answer) => answer.status === 'rejected')
  expect(refused.map(({ reason }) => String(reason))).toEqual([
    expect.stringContaining('form.key-used-for-something-else'),
  ])
  expect([...(await registered(here.event.id)), ...(await registered(there.event.id))]).toHaveLength(1)
})

test('a row that Postgres objects to fails nobody else in its batch', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 5 })
  const bad = { ...aForm(), name: '' }
  const answers = await Promise.allSettled([
    ...Array.from({ length: 6 }, () => post(proof)),
    registerFor(proof, bad, { key: randomUUID(), input: bad }),
    ...Array.from({ length: 6 }, () => post(proof)),
  ])
  expect(answers.map(({ status }) => status)).toEqual([
    ...Array(6).fill('fulfilled'),
    'rejected',
    ...Array(6).fill('fulfilled'),
  ])
  expect(await registered(event.id)).toHaveLength(12)
  expect(await waits(event.id)).toEqual(oneTo(7))
})

test('the address of many at once gets three messages, not one for each', async () => {
  const { event, proof } = await aPublishedEvent()
  const contact = `often-${randomUUID().slice(0, 8)}@example.com`
  await Promise.all(Array.from({ length: 9 }, () => post(proof, { contact })))
  expect((await outboxOf(event.id)).filter((message) => message.recipient === contact)).toHaveLength(3)
})

test('an act that refuses one, forgets to record another and does a third keeps only what is whole', async () => {
  const { event, proof } = await aPublishedEvent()
  const who = { actor: { kind: 'guest', seriesId: proof.seriesId, eventId: event.id } } as const
  const asks = ['refused', 'done'].map((input) => ({ input, once: { key: randomUUID(), input } }))
  const answers = await changeTogether<string, string>(
    who,
    {},
    async (_tx, _record, asked) =>
      asked.map(({ input, record }) => {
        record('test.tried', null)
        return input === 'refused' ? new Refusal('form.not-found') : input
      }),
    asks,
  )
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  expect(await database().activity.count({ where: { eventId: event.id, verb: 'test.tried' } })).toBe(1)
  const silent = await changeTogether<string, string>(who, {}, async () => ['silent'], [
    { input: '', once: { key: randomUUID(), input: '' } },
  ])
  expect(String((silent[0] as PromiseRejectedResult).reason)).toContain('a change must record what happened')
  const whole = await changeTogether<string, string>(who, {}, async () => refuse('form.busy'), asks.slice(0, 1))
  expect(whole.map(({ status }) => status)).toEqual(['rejected'])
})

test('a parcel arrives as it was packed, once; what only looks like one is text', async () => {
  const rows = [{ said: 'it\'s "quoted" \\ 读者 \u2028', none: null }]
  const packed = parcel(rows)
  const ask = () => database().$queryRaw`SELECT ${packed}::json AS rows`
  expect(await ask()).toEqual([{ rows }])
  await expect(ask()).rejects.toThrow('a parcel is sent once')
  const text = `parcel ${randomUUID()} 1`
  expect(await database().$queryRaw`SELECT ${text}::text AS text`).toEqual([{ text }])
})

test('what leaves together comes in its order, and fails with what was first to fail', async () => {
  const asked = await database().$transaction((tx) =>
    leaveTogether(
      () => tx.$queryRaw<{ n: string }[]>`SELECT pg_sleep(0.1)::text, set_config('asked.n', '1', true) AS n`,
      () => tx.$queryRaw<{ n: string }[]>`SELECT set_config('asked.n', current_setting('asked.n') || '2', true) AS n`,
      () => tx.$queryRaw<{ n: string }[]>`SELECT current_setting('asked.n') || '3' AS n`,
    ),
  )
  expect(asked.map(([row]) => row?.n)).toEqual(['1', '12', '123'])
  const broken = database().$transaction((tx) =>
    leaveTogether(
      async () => leaveTogether(() => tx.$queryRaw`SELECT 1 / 0`),
      () => tx.$queryRaw`SELECT 1`,
    ),
  )
  await expect(broken).rejects.toThrow(/division by zero/)
})
