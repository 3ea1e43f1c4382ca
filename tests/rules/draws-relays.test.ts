import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { findSignature } from '@/lib/draws/queries/beacon'
import { quicknet } from '@/lib/draws/rules/beacon'
import { revealSchema } from '@/lib/draws/schema'
import { inRoot } from '../../scripts/machine/places.mjs'
import { answerJson, aServerOutside } from '../support/outside'
import { expect, test } from '../support/test'

type Round = { round: number; signature: string; randomness?: string }
const read = (name: string) => JSON.parse(readFileSync(inRoot(`tests/rules/vectors/${name}`), 'utf8'))
const refused = read('refuse.json').cases as (Round & { why: string })[]
// What an honest relay brought is remembered: each test asks for rounds of its own.
const rounds = (read('rounds.json').rounds as Round[]).filter(({ round }) =>
  refused.every((one) => one.round !== round),
)
const roundIn = (path: string) => Number(path.split('/').at(-1))
const known = (round: number) => rounds.find((one) => one.round === round)

/** Asks one relay that answers in this way. */
async function askRelay(round: number, answer: (response: ServerResponse, round: number) => void) {
  const relay = await aServerOutside(({ path }, response) => answer(response, roundIn(path)))
  try {
    return { signature: await findSignature(round, [relay.url]), asked: relay.asked }
  } finally {
    await relay.close()
  }
}

test('a relay is asked for the one round of the pinned chain, and brings its signature', async () => {
  const [one] = rounds
  const { signature, asked } = await askRelay(one?.round ?? 0, (response, round) => answerJson(response, known(round)))
  expect(signature).toBe(one?.signature)
  expect(asked.map(({ path }) => path)).toEqual([`/${quicknet.chain}/public/${one?.round}`])
})

test('whatever must be refused is refused, from a relay too', async () => {
  for (const { round, signature, why } of refused) {
    const found = await askRelay(round, (response) => answerJson(response, { round, signature }))
    expect(found.signature, why).toBeNull()
  }
})

const lies: [string, (response: ServerResponse) => void][] = [
  ['the signature of another round', (response) => answerJson(response, rounds[3])],
  ['an error', (response) => response.writeHead(503).end('busy')],
  ['nonsense', (response) => response.end('<html>welcome to the hotel</html>')],
  ['a list', (response) => answerJson(response, [rounds[3]])],
  ['a redirect', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['a megabyte', (response) => response.end(`{"signature":"${'a'.repeat(1_000_000)}"}`)],
  ['a broken connection', (response) => response.destroy()],
]
for (const [index, [what, answer]] of lies.entries()) {
  const { round = 0, signature } = rounds[index + 4] ?? {}
  test(`a relay that answers ${what} brings nothing, and an honest one beside it does`, async () => {
    const liar = await aServerOutside((_, response) => answer(response))
    const honest = await aServerOutside((_, response) => setTimeout(() => answerJson(response, known(round)), 50))
    try {
      expect(await findSignature(round, [liar.url])).toBeNull()
      expect(await findSignature(round, [liar.url, honest.url])).toBe(signature)
    } finally {
      await Promise.all([liar.close(), honest.close()])
    }
  })
}

test('a relay that never answers is waited for five seconds at most', async () => {
  const silent = await aServerOutside(() => {})
  const from = performance.now()
  expect(await findSignature(rounds.at(-1)?.round ?? 0, [silent.url])).toBeNull()
  expect(performance.now() - from).toBeLessThan(7_000)
  await silent.close()
})

test('any hand brings it: a pasted page, typed groups, capitals; and 47 bytes are told apart', () => {
  const { signature = '', ...rest } = rounds[0] ?? {}
  const base = { session: '01a214bb-a657-7000-965e-0e62201b22d3', head: 'a'.repeat(64), arm: 'b'.repeat(64) }
  const typed = (text: string) => revealSchema.safeParse({ ...base, signature: text })
  for (const text of [
    signature,
    ` ${signature}\n`,
    JSON.stringify({ ...rest, signature }),
    signature.replace(/(.{8})/g, '$1 ').toUpperCase(),
  ]) {
    expect(typed(text).data?.signature).toBe(signature)
  }
  expect(typed('').data?.signature).toBe('')
  expect(typed(signature.slice(2)).error?.issues[0]?.message).toBe('not-a-signature')
})
