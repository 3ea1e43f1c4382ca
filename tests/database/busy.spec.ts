import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { isTooBusy } from '@/lib/values/busy'
import { expect, test } from '../support/test'

const errorOf = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => error,
  )
const sleep = (seconds: number) => database().$queryRaw`SELECT 1 FROM pg_sleep(${seconds})`

test('a question that found no free connection is told apart from one that went wrong', async () => {
  const all = Array.from({ length: config().DATABASE_POOL }, () => errorOf(sleep(6.5)))
  const late = await errorOf(database().event.count())
  expect(isTooBusy(late), String(late)).toBe(true)
  await Promise.all(all)
  expect(isTooBusy(await errorOf(database().$queryRaw`SELECT 1 / 0`))).toBe(false)
})

test('a statement that runs longer than it may was not done', async () => {
  const error = await errorOf(
    database().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 50`
      await tx.$queryRaw`SELECT 1 FROM pg_sleep(1)`
    }),
  )
  expect(isTooBusy(error), String(error)).toBe(true)
})
