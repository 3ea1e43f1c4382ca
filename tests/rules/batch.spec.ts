import { setImmediate as nextTurn } from 'node:timers/promises'
import { inBatches } from '@/lib/database/batch'
import { expect, test } from '../support/test'

const soon = () => new Promise((done) => setTimeout(done, 5))
const done = <T>(items: T[]): PromiseSettledResult<T>[] => items.map((value) => ({ status: 'fulfilled', value }))
const limits = { most: 10, waiting: () => 50, atOnce: () => 2 }

test('what arrives while a batch is under way forms the next one, in the order it came', async () => {
  const batches: number[][] = []
  const add = inBatches<number, number>(async (_key, items) => {
    batches.push(items)
    await soon()
    return done(items)
  }, limits)
  const answers = await Promise.all(Array.from({ length: 13 }, (_, n) => add('a', n)))
  expect(answers).toEqual(Array.from({ length: 13 }, (_, n) => n))
  expect(batches).toEqual([[0], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [11, 12]])
})

test('one that comes alone waits for nobody', async () => {
  const add = inBatches<number, number>(async (_key, items) => done(items), limits)
  expect(await add('a', 1)).toBe(1)
  expect(await add('a', 2)).toBe(2)
})

test('each has its own answer: one that is refused, one that fails, one that is forgotten', async () => {
  const add = inBatches<string, string>(async (_key, items) => {
    await soon()
    const bad = { status: 'rejected', reason: new Error('bad') } as const
    return items
      .filter((item) => item !== 'forgotten')
      .map((item) => (item === 'bad' ? bad : { status: 'fulfilled', value: item }))
  }, limits)
  const answers = await Promise.allSettled(['first', 'good', 'bad', 'forgotten'].map((item) => add('a', item)))
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason)))).toEqual([
    'first',
    'good',
    'Error: bad',
    'Error: a batch must answer each of its items',
  ])
})

test('a batch that fails as a whole fails its own items only', async () => {
  let first = true
  const add = inBatches<number, number>(async (_key, items) => {
    const fails = first
    first = false
    await soon()
    if (fails) throw new Error('down')
    return done(items)
  }, limits)
  const answers = await Promise.allSettled([add('a', 1), add('a', 2), add('a', 3)])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
})

test('the next batch gets on with its work while the answers of the one before are still going out', async () => {
  const told: string[] = []
  const add = inBatches<number, number>(async (_key, items) => {
    for (let step = 0; step < 2; step++) await nextTurn()
    told.push(`worked on ${items.length}`)
    return done(items)
  }, limits)
  await Promise.all(Array.from({ length: 14 }, (_, n) => add('a', n).then(() => told.push('answered'))))
  const second = told.indexOf('worked on 10')
  const answeredBefore = told.slice(second, told.indexOf('worked on 3')).filter((line) => line === 'answered')
  expect(answeredBefore.length).toBeGreaterThan(0)
  expect(answeredBefore.length).toBeLessThan(10)
})

test('keys do not wait for each other, but only so many batches run at once', async () => {
  let running = 0
  let most = 0
  const add = inBatches<number, number>(async (_key, items) => {
    most = Math.max(most, ++running)
    await soon()
    running--
    return done(items)
  }, limits)
  await Promise.all(Array.from({ length: 30 }, (_, n) => add(`event ${n % 6}`, n)))
  expect(most).toBe(2)
})

test('a line that is too long turns people away instead of growing, and takes them again once it is shorter', async () => {
  const add = inBatches<number, number>(async (_key, items) => {
    await soon()
    return done(items)
  }, limits)
  const answers = await Promise.allSettled(Array.from({ length: 52 }, async (_, n) => add('a', n)))
  const refused = answers.filter((answer) => answer.status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(String(refused[0]?.reason)).toContain('form.busy')
  expect(await add('a', 99)).toBe(99)
})
