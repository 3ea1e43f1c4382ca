import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { makeWork, redeemWork } from '@/lib/registration/commands/work'
import { aPublishedEvent } from '../support/guests'
import { expect, test } from '../support/test'

const asSent = (proof: object) => Buffer.from(JSON.stringify(proof)).toString('base64')

async function solved(challenge: Challenge) {
  const found = await solveChallenge({ challenge, deriveKey })
  if (!found) throw new Error('the work has no answer')
  return { challenge, solution: { counter: found.counter, derivedKey: found.derivedKey } }
}

test('work that was done counts once, for its own event', async () => {
  const [here, there] = [await aPublishedEvent(), await aPublishedEvent()]
  const proof = asSent(await solved(await makeWork(here.proof, 1)))
  expect(await redeemWork(there.proof, proof)).toBe(false)
  const twice = await Promise.all([redeemWork(here.proof, proof), redeemWork(here.proof, proof)])
  expect(twice.sort()).toEqual([false, true])
  expect(await redeemWork(here.proof, proof)).toBe(false)
})

test('work that was not done, was made easier or is none is refused, and costs next to nothing', async () => {
  const { proof: event } = await aPublishedEvent()
  const right = await solved(await makeWork(event, 1))
  const { challenge, solution } = right
  const forged: unknown[] = [
    { challenge, solution: { ...solution, derivedKey: `${solution.derivedKey.slice(0, 32)}${'0'.repeat(32)}` } },
    { challenge: { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '00' } }, solution },
    { challenge: { ...challenge, parameters: { ...challenge.parameters, cost: 1 } }, solution },
    { challenge: { ...challenge, parameters: { ...challenge.parameters, expiresAt: 4_000_000_000 } }, solution },
    { challenge: { ...challenge, signature: '0'.repeat(64) }, solution },
    { challenge: { parameters: challenge.parameters }, solution },
    {},
    [],
    null,
    'x'.repeat(2_000),
  ]
  for (const proof of forged) expect(await redeemWork(event, asSent({ ...(proof as object) }))).toBe(false)
  const started = performance.now()
  for (let n = 0; n < 500; n++) await redeemWork(event, `garbage ${n} ${'x'.repeat(5_000)}`)
  expect((performance.now() - started) / 500).toBeLessThan(1)
  expect(await redeemWork(event, asSent(right)), 'the control: the true one still counts').toBe(true)
})

test('work gets harder as more comes from one address', async () => {
  const { proof: event } = await aPublishedEvent()
  const easy = await solved(await makeWork(event, 1))
  const hard = await solved(await makeWork(event, 6))
  expect(hard.solution.counter).toBeGreaterThan(2 * easy.solution.counter)
})
