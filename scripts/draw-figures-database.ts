import { performance } from 'node:perf_hooks'
import { database } from '@/lib/database/client'
import { aLongBallot, ballotOf, lockBallot } from '../tests/support/ballots'
import { freshDatabase } from '../tests/support/database'
import { aRaffle, lockNow, planned, seats, stepOn, viewed } from '../tests/support/draws'
import { testEnvironment } from '../tests/support/server'

type Tell = (what: string, value: number, most: number, unit: string) => void

/** By the clock: what Postgres does counts too. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  await work()
  return performance.now() - since
}

/** A raffle among a hundred thousand, its plan published and nothing locked. */
async function aLongRaffle() {
  const { event, scope } = await aRaffle({ people: 0, prizes: [['抱枕', 18]] })
  await database().event.update({ where: { id: event.id }, data: { capacity: 100_000 } })
  await seats(event.id, 100_000)
  // They register over weeks: what was written just now does not count.
  await database().$executeRaw`CHECKPOINT`
  await planned(scope)
  return scope
}

async function drawPrizes(tell: Tell) {
  const raffles = [await aLongRaffle(), await aLongRaffle(), await aLongRaffle()] as const
  const times: number[] = []
  for (const raffle of raffles) times.push(await timed(() => lockNow(raffle)))
  const [, middle = 0] = times.sort((a, b) => a - b)
  tell('100,000 entries in Postgres: lock, middle of three', middle, 3_000, 'ms')
  const next = async () => {
    const view = await viewed(raffles[0])
    return timed(() => stepOn(raffles[0], view))
  }
  tell('100,000 entries in Postgres: arm', await next(), 1_500, 'ms')
  await next()
  tell('100,000 entries in Postgres: draw', await next(), 1_500, 'ms')
}

async function drawSeats(tell: Tell, given: { seats: number; people: number }, most: number) {
  const scope = await aLongBallot(given)
  await lockBallot(scope)
  for (const _ of ['arm', 'throw']) await stepOn(scope, await ballotOf(scope))
  const view = await ballotOf(scope)
  const words = `${given.seats} seats for ${given.people.toLocaleString('en')}: draw, seat and tell everybody`
  tell(words, await timed(() => stepOn(scope, view)), most, 'ms')
  const letters = await database().message.count({ where: scope.within })
  if (letters !== given.people) throw new Error(`${letters} letters for ${given.people} people`)
}

/** The same through the commands that people use, in a database of its own. */
export async function throughPostgres(tell: Tell): Promise<void> {
  const { url, close } = await freshDatabase()
  try {
    Object.assign(process.env, await testEnvironment(url))
    await drawPrizes(tell)
    await drawSeats(tell, { seats: 200, people: 20_000 }, 8_000)
  } finally {
    await database().$disconnect()
    await close()
  }
}
