import { aLongBallot, ballotOf, lockBallot } from '../support/ballots'
import { aRaffle, lockNow, planned, type Stage, stepOn, viewed } from '../support/draws'
import { statementsOf } from '../support/statements'
import { expect, test } from '../support/test'

/** How many statements each step takes, from the lock to the result. */
async function counted(lock: () => Promise<unknown>, view: () => ReturnType<typeof viewed>, scope: Stage) {
  const counts = [await statementsOf(lock)]
  for (const step of ['arm', 'throw', 'reveal']) {
    const seen = await view()
    expect(seen.step.step).toBe(step)
    counts.push(await statementsOf(() => stepOn(scope, seen)))
  }
  return counts
}

async function ofPrizes(people: number) {
  const { scope } = await aRaffle({ people, prizes: [['抱枕', 3]] })
  await planned(scope)
  return counted(
    () => lockNow(scope),
    () => viewed(scope),
    scope,
  )
}

async function ofSeats(people: number) {
  const scope = await aLongBallot({ seats: people / 5, people })
  return counted(
    () => lockBallot(scope),
    () => ballotOf(scope),
    scope,
  )
}

// checklist: 58
test('locking and drawing five hundred people asks Postgres as often as fifty, and so does seating and telling them', async () => {
  const [few, many] = [await ofPrizes(50), await ofPrizes(500)]
  expect(many).toEqual(few)
  const [fewSeats, manySeats] = [await ofSeats(50), await ofSeats(500)]
  expect(manySeats).toEqual(fewSeats)
  for (const count of [...few, ...fewSeats]) expect(count).toBeLessThan(45)
})
