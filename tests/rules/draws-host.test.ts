import type { ServerResponse } from 'node:http'
import { askForWords, byHand } from '@/lib/draws/queries/announcement'
import { type Facts, longest, moments, wordsIn } from '@/lib/draws/rules/announcement'
import { type Asked, answerJson, aServerOutside } from '../support/outside'
import { expect, test } from '../support/test'

const facts: Facts = { moment: 'next', event: '深圳', prize: '小浣熊抱枕', sponsor: '商汤科技', units: 10, people: 180 }
const wish = { language: 'zh', tone: '像老朋友' } as const
const saying = (content: string) => ({ choices: [{ message: { role: 'assistant', content } }] })
const words = (text: string) => saying(JSON.stringify({ words: text }))

/** What the host is offered by a model that answers in this way. */
async function asked(answer: (response: ServerResponse, count: number) => void, withinMs = 2_000) {
  const model = await aServerOutside((_, response, count) => answer(response, count))
  try {
    const endpoint = { url: `${model.url}/v1`, key: 'a-key', model: 'qwen', withinMs }
    return { proposal: await askForWords(endpoint, facts, wish), requests: model.asked }
  } finally {
    await model.close()
  }
}

test('a model is asked as the protocol says, with what the screen shows and nothing else', async () => {
  const { proposal, requests } = await asked((response) => answerJson(response, words('下一样是小浣熊抱枕，10 只。')))
  expect(proposal).toEqual({ words: '下一样是小浣熊抱枕，10 只。', by: 'machine' })
  const [{ path, authorization, body }] = requests as [Asked]
  expect([path, authorization]).toEqual(['/v1/chat/completions', 'Bearer a-key'])
  const { model, messages, response_format: form } = JSON.parse(body)
  expect([model, form]).toEqual(['qwen', { type: 'json_object' }])
  expect(JSON.parse(messages[1].content)).toEqual({ facts, tone: '像老朋友' })
})

test('an answer that is no use is asked for once more, with what was wrong', async () => {
  const { proposal, requests } = await asked((response, count) =>
    answerJson(response, count === 1 ? saying('好的！我来帮你写。') : words('来，抽抱枕。')),
  )
  expect(proposal?.words).toBe('来，抽抱枕。')
  expect(requests).toHaveLength(2)
  expect(requests[1]?.body).toContain('it is not the JSON that was asked for')
})

const useless: [string, (response: ServerResponse) => void][] = [
  ['nonsense', (response) => answerJson(response, saying('🙃'))],
  ['nothing at all', (response) => answerJson(response, {})],
  ['a web page', (response) => response.end('<!doctype html>')],
  ['an error', (response) => response.writeHead(500).end()],
  ['a novel', (response) => answerJson(response, words('很'.repeat(longest + 1)))],
  ['a megabyte', (response) => response.end('x'.repeat(1_000_000))],
  ['a winner of its own', (response) => answerJson(response, words('恭喜 137 号！'))],
  ['a link', (response) => answerJson(response, words('请看 https://example.com'))],
  ['marks that turn the page around', (response) => answerJson(response, words('抱枕\u202eabc'))],
  ['no answer', () => {}],
]
for (const [what, answer] of useless) {
  test(`a model that answers ${what} says nothing, and soon`, async () => {
    const from = performance.now()
    expect((await asked(answer, 300)).proposal).toBeNull()
    expect(performance.now() - from).toBeLessThan(5_000)
  })
}

test('a fence around the answer is taken off', () => {
  expect(wordsIn('```json\n{"words": "抽奖开始"}\n```', facts)).toEqual({ found: '抽奖开始' })
})

test('there are hand-written words for every moment, in both languages, another each turn', () => {
  for (const moment of moments) {
    for (const language of ['zh', 'en'] as const) {
      const all = [0, 1, 2].map((turn) =>
        byHand({ ...facts, moment, winners: ['张* 12 号'] }, { language, tone: '', turn }),
      )
      expect(new Set(all).size, `${moment} ${language}`).toBe(3)
      for (const text of all) expect([...text].length).toBeLessThanOrEqual(longest)
      expect(byHand(facts, { language, tone: '', turn: 3 })).toBe(byHand(facts, { language, tone: '', turn: 0 }))
    }
  }
})
