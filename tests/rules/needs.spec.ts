import { inPlannedOrder, placedAt } from '@/lib/prizes/rules/plan'
import { fateOf } from '@/lib/recap/rules/report'
import { askStateOf, daysUntil, dueOf, progressOf, urgencyOf } from '@/lib/sponsors/rules/needs'
import { totalsOf } from '@/lib/sponsors/rules/totals'
import { opticalSize } from '@/lib/values/optical'
import { words } from '@/lib/words/load'
import { expect, test } from '../support/test'

const day = 86_400_000
const startsAt = new Date('2031-05-24T06:00:00Z')
const stop = { startsAt, endsAt: new Date(startsAt.getTime() + 4 * 3_600_000) }
const before = (days: number) => new Date(startsAt.getTime() - days * day)

const progress = [
  ['nothing given', 30, [], { pledged: 0, received: 0, lacking: 30, covered: false }],
  ['an offer nobody confirmed covers nothing', 1, [['offered', 5]], { pledged: 0, offered: 1, covered: false }],
  [
    'asked and declined count as nothing',
    1,
    [
      ['asked', 5],
      ['declined', 5],
    ],
    { pledged: 0, covered: false },
  ],
  [
    'promised and here add up',
    30,
    [
      ['pledged', 10],
      ['received', 12],
      ['thanked', 8],
    ],
    { pledged: 30, received: 20, covered: true },
  ],
  [
    'some umbrellas are told apart',
    30,
    [
      ['pledged', null],
      ['pledged', 10],
    ],
    { pledged: 10, unstated: 1, lacking: 20 },
  ],
  ['some were wanted, and some are promised', null, [['pledged', null]], { lacking: null, covered: true }],
  ['more than wanted', 5, [['received', 9]], { lacking: 0, covered: true }],
] as const
for (const [sentence, wanted, gifts, told] of progress) {
  test(`progress of a need: ${sentence}`, () => {
    expect(
      progressOf(
        wanted,
        gifts.map(([status, quantity]) => ({ status, quantity })),
      ),
    ).toMatchObject(told)
  })
}

const urgency = [
  ['eleven days before it is only open', before(11), null, false, 'open'],
  ['ten days before it is late', before(10), null, false, 'late'],
  ['its own date comes first', before(20), before(21), false, 'late'],
  ['a date after the tenth day does not help', before(9), before(2), false, 'late'],
  ['what is covered is never late', before(1), before(21), true, 'covered'],
  ['after the stop it was missed', new Date(stop.endsAt.getTime() + 1), null, false, 'missed'],
] as const
for (const [sentence, now, dueAt, covered, told] of urgency) {
  test(`a need in time: ${sentence}`, () => {
    expect(urgencyOf({ dueAt, covered }, stop, now)).toBe(told)
  })
}

test('a need without a date of its own is due ten days before the start', () => {
  expect(dueOf(null, startsAt)).toEqual(before(10))
  expect(daysUntil(startsAt, before(2.5))).toBe(3)
  expect(daysUntil(startsAt, stop.endsAt)).toBe(0)
})

test('an ask is silent after a week, and what was answered stays answered', () => {
  expect(askStateOf({ answer: null, askedAt: before(6.9) }, startsAt)).toBe('open')
  expect(askStateOf({ answer: null, askedAt: before(7) }, startsAt)).toBe('silent')
  expect(askStateOf({ answer: 'no', askedAt: before(70) }, startsAt)).toBe('no')
})

test('the order of the draws: places first, then many small ones, the big one last', () => {
  const prize = (id: string, units: number, place: number | null) => ({ id, units, place, position: 1 })
  const order = inPlannedOrder([prize('watch', 1, null), prize('stickers', 50, null), prize('first', 3, 1)])
  expect(order.map(({ id }) => id)).toEqual(['first', 'stickers', 'watch'])
  expect(placedAt(['a', 'b', 'c'], 'c', 1)).toEqual(['c', 'a', 'b'])
  expect(placedAt(['a', 'b', 'c'], 'a', 99)).toEqual(['b', 'c', 'a'])
})

test('what became of a gift adds up to what was given', () => {
  const gift = { id: 'x', kind: 'prize', title: 'x', titleEn: null, status: 'received', prize: true }
  for (const [quantity, drawn, handedOver, returned] of [
    [10, 6, 4, 1],
    [null, 0, 0, 0],
    [3, 3, 3, 0],
    [2, 3, 1, 0],
  ] as const) {
    const fate = fateOf({ ...gift, quantity, drawn, handedOver, returned })
    expect(fate.handedOver + fate.waiting + fate.returned + fate.left).toBe(fate.all)
  }
})

test('values are summed by currency, of what is promised or here', () => {
  const gift = (status: 'asked' | 'pledged', value: number | null, currency: string | null) => ({
    status,
    value,
    currency,
  })
  const gifts = [
    gift('pledged', 1_000, 'CNY'),
    gift('pledged', 50_000, 'USD'),
    gift('asked', 9, 'CNY'),
    gift('pledged', null, null),
  ]
  expect(totalsOf(gifts)).toEqual({
    count: 3,
    valued: 2,
    sums: [
      { currency: 'USD', value: 50_000 },
      { currency: 'CNY', value: 1_000 },
    ],
  })
})

test('logos weigh alike: thin words grow, solid badges shrink, none leaves its box', () => {
  const logo = (width: number, height: number, inkShare: number) => ({
    width,
    height,
    inkWidth: 1,
    inkHeight: 1,
    inkShare,
  })
  const weight = (picture: ReturnType<typeof logo>) => {
    const size = opticalSize(picture)
    return size.width * size.height * Math.sqrt(picture.inkShare)
  }
  const [badge, word] = [logo(500, 500, 0.9), logo(900, 300, 0.35)]
  expect(opticalSize(badge).height).toBeLessThan(opticalSize(logo(500, 500, 0.3)).height)
  expect(Math.abs(weight(badge) - weight(word)) / weight(word)).toBeLessThan(0.1)
  for (const odd of [logo(4_000, 100, 0.1), logo(100, 4_000, 0.9), logo(50, 50, 0)]) {
    const size = opticalSize(odd)
    expect(size.width).toBeLessThanOrEqual(160)
    expect(size.height).toBeLessThanOrEqual(48)
  }
})

const counted = [
  ['zh', 'hands', 2, '还差 2 人'],
  ['zh', 'prize', 2, '还差 2 份'],
  ['en', 'hands', 1, '1 person still needed'],
  ['en', 'food', 1, '1 still missing'],
] as const

for (const [locale, kind, count, said] of counted) {
  test(`${kind} are counted as what they are in ${locale}`, () => {
    expect(words(locale, 'needs')('state.open', { kind, count })).toBe(said)
  })
}
