import { fieldOf, isFor, optionText, type Question, readAnswers, sentIn } from '@/lib/registration/rules/questions'
import { expect, test } from '../support/test'

const question = (given: Partial<Question & { removed: boolean }> = {}) => ({
  id: '019ac000-0000-7000-8000-000000000001',
  kind: 'text' as const,
  label: '你在做什么？',
  labelEn: null,
  why: '分组用',
  whyEn: null,
  options: [],
  retiredOptions: [],
  required: false,
  sensitive: false,
  audience: 'everyone' as const,
  removed: false,
  ...given,
})
const choices = { options: ['甲 | A', '乙 | B'], retiredOptions: ['丙 | C'] }

for (const [kind, sent, given, problem] of [
  ['text', ['做机器人'], ['做机器人'], null],
  ['text', ['  '], null, null],
  ['text', ['两\n行'], ['两\n行'], null],
  ['text', ['字'.repeat(501)], null, 'too-long'],
  ['text', ['a\u0007b'], null, 'control-characters'],
  ['number', ['４２'], ['42'], null],
  ['number', ['四十二'], null, 'not-a-number'],
  ['link', ['https://example.com/我'], ['https://example.com/我'], null],
  ['link', ['javascript:alert(1)'], null, 'not-a-link'],
  ['choice', ['甲'], ['甲'], null],
  ['choice', ['丙'], ['丙'], null],
  ['choice', ['丁'], null, 'not-a-choice'],
  ['choice', ['甲 | A'], null, 'not-a-choice'],
  ['several', ['甲', '乙'], ['甲', '乙'], null],
  ['several', ['甲', '甲'], ['甲'], null],
  ['several', ['甲', '丁'], null, 'not-a-choice'],
] as const) {
  test(`a question of ${kind} reads ${JSON.stringify(sent).slice(0, 30)} as ${problem ?? JSON.stringify(given)}`, () => {
    const asked = question({ kind, ...(kind === 'choice' || kind === 'several' ? choices : {}) })
    const field = fieldOf(asked)
    const read = readAnswers([asked], { shown: [asked.id], values: { [field]: [...sent] } })
    expect(read.given.map((answer) => answer.given)).toEqual(given ? [given] : [])
    expect(read.problems[field]?.code ?? null).toBe(problem)
  })
}

for (const [what, given, shown, missed] of [
  ['a required question that was shown', { required: true }, true, true],
  ['a required question of after the page was opened', { required: true }, false, false],
  ['a required question that was taken off meanwhile', { required: true, removed: true }, true, false],
  ['one that is not required', {}, true, false],
] as const) {
  test(`${what} is ${missed ? '' : 'not '}missed when left empty`, () => {
    const asked = question(given)
    const { problems } = readAnswers([asked], { shown: shown ? [asked.id] : [], values: {} })
    expect(Object.keys(problems)).toEqual(missed ? [fieldOf(asked)] : [])
  })
}

test('answers to what is no question of this stop are left out; the rest of the form is not touched', () => {
  const data = new FormData()
  for (const [name, value] of [
    ['name', '林一诺'],
    ['shown', `${question().id},nonsense`],
    [fieldOf(question()), '做机器人'],
    ['q-19ac', 'x'],
  ] as const) {
    data.append(name, value)
  }
  const { sent, rest } = sentIn(data)
  expect([...rest.keys()]).toEqual(['name'])
  expect(sent.shown).toEqual([question().id])
  expect(readAnswers([question()], sent).given).toEqual([{ questionId: question().id, given: ['做机器人'] }])
})

for (const [audience, invited, asked] of [
  ['everyone', true, true],
  ['everyone', false, true],
  ['public', true, false],
  ['public', false, true],
  ['invited', true, true],
  ['invited', false, false],
] as const) {
  test(`a question for ${audience} is ${asked ? '' : 'not '}asked of somebody ${invited ? 'with' : 'without'} an invitation`, () =>
    expect(isFor({ audience }, invited)).toBe(asked))
}

test('a choice speaks the reader’s language, and its own where there is none', () => {
  expect([optionText('甲 | A', 'zh'), optionText('甲 | A', 'en'), optionText('甲', 'en')]).toEqual(['甲', 'A', '甲'])
})
