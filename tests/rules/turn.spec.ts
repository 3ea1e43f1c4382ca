import { expect, test } from '@playwright/test'
import { inTurn } from '@/lib/database/turn'

const soon = () => new Promise((done) => setTimeout(done, 5))

test('works of one key run one after the other in the order they came, a failed one holds up nobody', async () => {
  const told: string[] = []
  const work = (name: string, fails = false) =>
    inTurn('a', async () => {
      told.push(`${name} starts`)
      await soon()
      told.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const answers = await Promise.allSettled([work('first'), work('second', true), work('third')])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(told).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} starts`, `${name} ends`]))
})

test('works of different keys do not wait for each other', async () => {
  const told: string[] = []
  await Promise.all([
    inTurn('b', async () => {
      await soon()
      told.push('slow')
    }),
    inTurn('c', async () => void told.push('quick')),
  ])
  expect(told).toEqual(['quick', 'slow'])
})

test('a line that is too long turns people away instead of growing', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 2_001 }, () => inTurn('d', async () => {})))
  const refused = answers.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(String((refused[0] as PromiseRejectedResult).reason)).toContain('form.too-many')
})
