import fc from 'fast-check'
import { armDraws, voidDraw } from '@/lib/draws/commands/draw'
import { closeSession } from '@/lib/draws/commands/plan'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { forgeriesOf } from '../support/draw-tampering'
import { absentNow, aRaffle, goOn, locked, type Stage, seen, viewed } from '../support/draws'
import { has, secondVerifier } from '../support/second-verifier'
import { expect, test } from '../support/test'

const evening = fc.record({
  people: fc.integer({ min: 9, max: 40 }),
  units: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 3 }),
  oneEach: fc.boolean(),
  together: fc.boolean(),
  absents: fc.integer({ min: 0, max: 4 }),
  voidBefore: fc.constantFrom('throw', 'reveal'),
})
type Evening = typeof evening extends fc.Arbitrary<infer E> ? E : never

/** Plays an evening through the commands of the app: one void, some absents, perhaps the first two prizes at once. */
async function play({ people, units, oneEach, together, absents, voidBefore }: Evening) {
  const { scope } = await aRaffle({ people, prizes: units.map((count, at) => [`抱枕 ${at}`, count, '甲']) })
  const { id } = await locked(scope, { oneEach })
  let left = absents
  for (let voided = false; ; ) {
    const view = await viewed(scope)
    const { step } = view
    if (step.step === 'arm' && together && step.left.length > 1) {
      await armDraws(scope, { ...seen(view), draw: step.left.slice(0, 2).map((draw) => draw.id) })
    } else if (step.step === voidBefore && !voided) {
      voided = true
      await voidDraw(scope, { ...seen(view), arm: step.arm, reason: '骰子滚下了台', signature: '' })
    } else if (step.step === 'claim' && left > 0) {
      left--
      await absentNow(scope)
    } else if (!(await goOn(scope))) break
  }
  await end(scope)
  return exportBundle(scope, id)
}

const end = async (scope: Stage) => closeSession(scope, seen(await viewed(scope)))

test('whatever an evening was like, both verifiers follow what the app exports and refuse every forgery of it', async () => {
  test.setTimeout(180_000)
  const evenings = fc.sample(evening, { numRuns: 3, seed: 20261121 })
  for (const given of evenings) {
    const bundle = await play(given)
    if (!bundle) throw new Error('there is no bundle')
    const told = JSON.stringify(given)
    expect(verifyBundle(bundle), told).toMatchObject({ follows: true, people: given.people, voids: 1 })
    const forgeries = forgeriesOf(bundle)
    expect(forgeries.length).toBeGreaterThanOrEqual(16)
    for (const forged of forgeries) {
      // A forged record in a draw that was voided shows itself one draw later: the next arm's seed no longer follows.
      const because = new RegExp(`${forged.because.source}|seed does not follow`)
      const refused = { follows: false, reason: expect.stringMatching(because) }
      expect(verifyBundle(forged.bundle), `${forged.what} of ${told}`).toMatchObject(refused)
    }
    if (!has('python3')) continue
    const [itself, ...others] = secondVerifier([bundle, ...forgeries.map((forged) => forged.bundle)])
    expect(itself, told).toMatchObject({ code: 0 })
    for (const [at, { what }] of forgeries.entries())
      expect(others[at], `${what} of ${told}`).toMatchObject({ code: 1 })
  }
})
