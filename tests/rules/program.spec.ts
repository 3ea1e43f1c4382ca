import {
  answerOf,
  answerOfAll,
  minutesOver,
  moved,
  programText,
  readPeople,
  timetable,
  usualRole,
} from '@/lib/program/rules'
import { newPersonSchema, newTalkSchema, talkKinds } from '@/lib/program/schema'
import { Refusal } from '@/lib/values/refusal'
import { readNames } from '@/lib/volunteers/rules'
import { readForm } from '@/lib/web/form'
import { expect, test } from '../support/test'

const at = (clock: string) => new Date(`2024-03-16T${clock}:00Z`)
const clock = (instant: Date) => instant.toISOString().slice(11, 16)
const lasting = (...minutes: number[]) => minutes.map((durationMinutes) => ({ durationMinutes }))

test('each item starts when the one before it ends, the first with the event', () => {
  const timed = timetable(at('13:00'), lasting(30, 45, 15))
  expect(timed.map(({ startsAt, endsAt }) => [clock(startsAt), clock(endsAt)])).toEqual([
    ['13:00', '13:30'],
    ['13:30', '14:15'],
    ['14:15', '14:30'],
  ])
  expect(timetable(at('13:00'), [])).toEqual([])
})

for (const [minutes, ends, over] of [
  [[60, 60], '15:00', 0],
  [[60, 60], '15:01', 0],
  [[60, 61], '15:00', 1],
  [[60, 90], '15:00', 30],
  [[], '15:00', 0],
] as const) {
  test(`items of ${minutes.join('+') || 'no'} minutes from 13:00 run ${over} minutes past ${ends}`, () => {
    expect(minutesOver(at(ends), timetable(at('13:00'), lasting(...minutes)))).toBe(over)
  })
}

for (const [thing, to, order] of [
  ['a', 3, 'bca'],
  ['c', 1, 'cab'],
  ['b', 2, 'abc'],
  ['b', 0, 'bac'],
  ['b', 99, 'acb'],
  ['x', 1, 'abc'],
] as const) {
  test(`of a, b, c, moving ${thing} to place ${to} makes ${order}`, () => {
    expect(moved(['a', 'b', 'c'], thing, to).join('')).toBe(order)
  })
}

const named = (name: string, organisation = '', position = '') => ({ name, organisation, position })
for (const [typed, people] of [
  ['', []],
  ['闲人一坤', [named('闲人一坤')]],
  ['海辛、Simon阿文', [named('海辛'), named('Simon阿文')]],
  ['Li Wei, Ana María; Bo & Jo', [named('Li Wei'), named('Ana María'), named('Bo'), named('Jo')]],
  ['汗青（AI.Talk）', [named('汗青', 'AI.Talk')]],
  ['Cara (智谱AI，产品与战略)', [named('Cara', '智谱AI', '产品与战略')]],
  [
    '廖虎（商汤科技，数字娱乐事业部、项目总监）、韩愉畅（同花顺·B端产品负责人）',
    [named('廖虎', '商汤科技', '数字娱乐事业部、项目总监'), named('韩愉畅', '同花顺', 'B端产品负责人')],
  ],
  ['、，海辛，', [named('海辛')]],
  ['👩‍🎤 Ada', [named('👩‍🎤 Ada')]],
] as const) {
  test(`people typed as “${typed}” are read as ${people.length}`, () => {
    expect(readPeople(typed)).toEqual(people)
  })
}

for (const [typed, code] of [
  ['廖虎（商汤科技', 'program.people-unreadable'],
  ['廖虎）商汤科技（', 'program.people-unreadable'],
  ['（商汤科技）', 'program.people-unreadable'],
  ['廖虎（甲）（乙）x', 'program.people-unreadable'],
  ['名'.repeat(41), 'program.people-unreadable'],
  [`廖虎（${'机'.repeat(81)}）`, 'program.people-unreadable'],
  ['海辛、海辛', 'program.named-twice'],
  [Array.from({ length: 13 }, (_, n) => `人${n}`).join('、'), 'program.too-many-people'],
] as const) {
  test(`people typed as “${typed.slice(0, 24)}” are refused as ${code}`, () => {
    expect(() => readPeople(typed)).toThrow(new Refusal(code))
  })
}

test('a name of forty characters fits, also when each is an emoji', () => {
  expect(readPeople('😀'.repeat(40))).toEqual([named('😀'.repeat(40))])
})

test('people of a panel are panellists, of a talk speakers, of everything else hosts', () => {
  expect(talkKinds.map(usualRole)).toEqual(['speaker', 'panelist', 'host', 'host', 'host'])
})

test('one “no” outweighs every answer, one silence outweighs a “yes”', () => {
  const now = new Date()
  expect(answerOf({ confirmedAt: now, declinedAt: null })).toBe('confirmed')
  expect(answerOf({ confirmedAt: null, declinedAt: now })).toBe('declined')
  expect(answerOf({ confirmedAt: null, declinedAt: null })).toBe('open')
  expect(answerOfAll(['confirmed', 'confirmed'])).toBe('confirmed')
  expect(answerOfAll(['confirmed', 'open'])).toBe('open')
  expect(answerOfAll(['confirmed', 'open', 'declined'])).toBe('declined')
  expect(answerOfAll([])).toBe('open')
})

test('the programme as text has a line of time and title, and one of people where there are any', () => {
  const timed = timetable(at('13:00'), [
    { title: '破冰交流', durationMinutes: 30, people: [] },
    { title: '《拆解》', durationMinutes: 30, people: ['海辛', 'Simon阿文'] },
  ])
  expect(programText(timed, clock, '、')).toBe('13:00–13:30 破冰交流\n\n13:30–14:00 《拆解》\n海辛、Simon阿文')
})

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}
const problemsOf = (reading: ReturnType<typeof readForm>) => (reading.ok ? {} : reading.problems)

for (const [fields, wrong] of [
  [{}, {}],
  [{ durationMinutes: '４５' }, {}],
  [{ title: '' }, { title: 'empty' }],
  [{ title: '题'.repeat(121) }, { title: 'too-long' }],
  [{ durationMinutes: '0' }, { durationMinutes: 'too-small' }],
  [{ durationMinutes: '601' }, { durationMinutes: 'too-big' }],
  [{ durationMinutes: 'half an hour' }, { durationMinutes: 'not-a-number' }],
  [{ kind: 'keynote' }, { kind: 'not-a-choice' }],
  [{ room: '1' }, { room: 'unknown' }],
] as const) {
  test(`a new item with ${JSON.stringify(fields).slice(0, 40)} ${Object.keys(wrong).length ? 'is wrong' : 'is right'}`, () => {
    const right = { kind: 'talk', title: '《一个AIGCER的悲观论调》', durationMinutes: '30', people: '' }
    const problems = problemsOf(readForm(newTalkSchema, form({ ...right, ...fields })))
    expect(Object.fromEntries(Object.entries(problems).map(([name, { code }]) => [name, code]))).toEqual(wrong)
  })
}

test('somebody on stage is either chosen or named', () => {
  const talk = '01890000-0000-7000-8000-000000000001'
  const fields = { talk, role: 'panelist', organisation: '', position: '' }
  const read = (who: { speaker: string; name: string }) => readForm(newPersonSchema, form({ ...fields, ...who }))
  expect(problemsOf(read({ speaker: '', name: '' })).name?.code).toBe('empty')
  expect(problemsOf(read({ speaker: 'x', name: '' })).speaker?.code).toBe('not-a-choice')
  expect(read({ speaker: '', name: '廖虎' }).ok).toBe(true)
  expect(read({ speaker: talk, name: '' }).ok).toBe(true)
})

test('the crew can be typed in one line', () => {
  expect(readNames('高超、夜猫, April；小朱、高超')).toEqual(['高超', '夜猫', 'April', '小朱'])
  expect(() => readNames('、 ,')).toThrow(new Refusal('volunteers.no-names'))
  expect(() => readNames('名'.repeat(41))).toThrow(new Refusal('volunteers.name-too-long'))
  expect(() => readNames(Array.from({ length: 41 }, (_, n) => `人${n}`).join('、'))).toThrow(
    new Refusal('volunteers.too-many-names'),
  )
})
