import { readFileSync } from 'node:fs'
import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { drawNow } from '@/lib/draws/commands/bring'
import { passOver } from '@/lib/draws/commands/claim'
import { showNote } from '@/lib/draws/commands/note'
import { proposeWords } from '@/lib/draws/queries/announcement'
import { quicknet } from '@/lib/draws/rules/beacon'
import { recordHash } from '@/lib/draws/rules/record'
import { inRoot } from '../../scripts/machine/places.mjs'
import { aRaffle, calledIn, goOn, locked, type Stage, seen, viewed } from '../support/draws'
import { answerJson, aServerOutside } from '../support/outside'
import { refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const { rounds } = JSON.parse(readFileSync(inRoot('tests/rules/vectors/rounds.json'), 'utf8')) as {
  rounds: { round: number; signature: string }[]
}

/** Armed with a round that is long out: the only ones whose signature a test can know. */
async function armedOn(scope: Stage, round: number): Promise<string> {
  const view = await locked(scope, { preset: 'beacon' })
  const lock = await database().drawRecord.findFirstOrThrow({
    where: { ...scope.within, sessionId: view.id, type: 'lock' },
  })
  const { t } = lock.record as { t: string }
  const arm = {
    ...{ type: 'arm' as const, i: 2, prev: view.head, t, lock: view.head, draws: [{ id: 'd1', units: 1 }] },
    ...{
      sources: ['chain', 'beacon'] as ('chain' | 'beacon')[],
      link: 1,
      beacon: { chain: quicknet.chain, round },
      out: [],
    },
  }
  const hash = recordHash(arm)
  const row = { ...scope.within, sessionId: view.id, i: 2, prev: view.head, hash, type: 'arm', record: arm }
  await database().drawRecord.create({ data: row })
  return hash
}

test('a beacon that cannot be reached leaves the draw pending; later any hand, or the server itself, brings it', async () => {
  const [first, second] = rounds.slice(-3)
  let online = false
  const relay = await aServerOutside((_, response) =>
    online ? answerJson(response, { signature: second?.signature, randomness: '00' }) : response.destroy(),
  )
  config().DRAND_RELAYS.push(relay.url)
  try {
    const { scope } = await aRaffle({ people: 4, prizes: [['抱枕', 1]] })
    const arm = await armedOn(scope, second?.round ?? 0)
    const press = (signature: string) =>
      viewed(scope).then((view) => refusalOf(drawNow(scope, { ...seen(view), arm, signature })))
    expect(await press('')).toBe('draws.beacon-missing')
    expect((await viewed(scope)).step).toMatchObject({ step: 'reveal' })
    expect(await press(first?.signature ?? '')).toBe('draws.not-the-beacon')
    online = true
    expect(await press('')).toBe('done')
    expect((await viewed(scope)).step).toMatchObject({ step: 'claim' })
  } finally {
    config().DRAND_RELAYS.length = 0
    await relay.close()
  }
})

test('whoever is called is waited for as long as the plan says, and so is the next', async () => {
  const { scope } = await aRaffle({ people: 4, prizes: [['抱枕', 1]] })
  await locked(scope, { wait: '120' })
  for (let at = 0; at < 3; at++) await goOn(scope)
  const view = await viewed(scope)
  expect(view.wait).toBe(120)
  expect(await refusalOf(passOver(scope, calledIn(view)))).toBe('draws.too-soon')
  await goOn(scope)
  expect((await viewed(scope)).step).toEqual({ step: 'close' })
})

test('what the host says is proposed from what the screen shows: no name, no address, no seed', async () => {
  const model = await aServerOutside((_, response) =>
    answerJson(response, { choices: [{ message: { content: '{"words": "请上台！"}' } }] }),
  )
  const wish = { language: 'zh', tone: '', turn: 0 } as const
  const { scope } = await aRaffle({ people: 6, prizes: [['抱枕', 2]] })
  expect(await proposeWords(scope, wish)).toMatchObject({ by: 'hand' })
  Object.assign(config(), { HOST_AI_URL: model.url, HOST_AI_MODEL: 'local' })
  try {
    await locked(scope)
    for (let at = 0; at < 3; at++) await goOn(scope)
    expect(await proposeWords(scope, wish)).toEqual({ words: '请上台！', by: 'machine' })
    const [sent = ''] = model.asked.map(({ body }) => body)
    const result = await database().drawRecord.findFirstOrThrow({ where: { ...scope.within, type: 'result' } })
    const { seed, reveal, first } = result.record as { seed: string; reveal: string; first: string[] }
    for (const secret of [seed, reveal, ...first, '虚构', 'example.com']) expect(sent).not.toContain(secret)
    expect(sent).toContain(' 号')
  } finally {
    Object.assign(config(), { HOST_AI_URL: undefined, HOST_AI_MODEL: undefined })
    await model.close()
  }
})

test('one text stands on the screen at a time, until it is taken down', async () => {
  const { scope } = await aRaffle({ people: 1, prizes: [['抱枕', 1]] })
  const shown = () => database().stageNote.findMany({ where: scope.within, select: { words: true } })
  await showNote(scope, { words: '一会儿见' })
  await showNote(scope, { words: '开始了' })
  expect(await shown()).toEqual([{ words: '开始了' }])
  await showNote(scope, { words: '' })
  expect(await shown()).toEqual([])
})
