import fc from 'fast-check'
import { plans } from '../model/choose'
import { mistakes, type Seeded } from '../model/mistakes'
import { atOwnDatabase } from '../model/own-database'
import { figures, hold, tally, tryOut } from '../model/try'
import { withMistake } from '../model/witness'
import { expect, test } from '../support/test'

// checklist: 1, 2, 3, 5

const { MODEL_OPERATIONS, MODEL_MINUTES, MODEL_SEED, MODEL_PATH } = process.env
const long = MODEL_OPERATIONS !== undefined
const own = 20261126

test.skip(Boolean(process.env.EVERY_COMMAND), 'it breaks commands off itself, and moves the clock meanwhile')

/** Plays evenings until so many operations were done, or so many minutes went by; throws the first difference. */
async function playOut(operations: number, given: { most: number; numRuns: number; seed: number }) {
  const wanted = tally.operations + operations
  const until = performance.now() + Number(MODEL_MINUTES ?? 60) * 60_000
  for (let seed = given.seed; tally.operations < wanted && performance.now() < until; seed += 2) {
    await hold(plans(given.most), { seed, numRuns: given.numRuns, path: MODEL_PATH })
  }
  expect(tally.busy).toBeLessThan(Math.max(5, tally.operations / 100))
}

/** What the checker says to a planted mistake; nothing when it never notices. */
const findingOf = ({ hours, seed = own, ...mistake }: Seeded, url: string) =>
  withMistake(mistake, url, async () => {
    for (const plan of fc.sample(plans(80, hours), { seed, numRuns: 100 })) {
      const difference = await tryOut(plan).catch((error: Error) => error.message)
      if (difference) return difference
    }
    return ''
  })

if (long) {
  // Two at a time, as many as the machine of a check has.
  for (const [n, half] of ['first', 'second'].entries()) {
    test(`whatever is done at once to a stop, answers and rows are those of the rules, ${half} half`, async () => {
      test.setTimeout(3_600_000)
      const seed = Number(MODEL_SEED ?? Date.now() % 2 ** 31) + n
      await atOwnDatabase('', () => playOut(Number(MODEL_OPERATIONS) / 2, { most: 120, numRuns: 20, seed }))
      console.log(`  ${figures()}`)
    })
  }
  for (const mistake of mistakes) {
    test(`the checker finds this: ${mistake.what}`, async () => {
      test.setTimeout(600_000)
      expect(await atOwnDatabase(mistake.patch ?? '', (url) => findingOf(mistake, url))).not.toBe('')
    })
  }
} else {
  test('whatever is done at once to a stop, answers and rows are those of the rules; planted mistakes are found', async () => {
    test.setTimeout(180_000)
    const few = mistakes.filter(({ brief }) => brief)
    await atOwnDatabase(few.map(({ patch = '' }) => patch).join('\n'), async (url) => {
      await playOut(60, { most: 40, numRuns: 2, seed: Number(MODEL_SEED ?? own) })
      for (const mistake of few) expect(await findingOf(mistake, url), mistake.what).not.toBe('')
    })
  })
}
