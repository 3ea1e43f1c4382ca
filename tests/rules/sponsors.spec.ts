import { type UnitState, unitsToSettle } from '@/lib/prizes/rules/units'
import {
  kindsOf,
  ledgerOf,
  movedPast,
  namesIn,
  namesLine,
  nextStep,
  openAtDesk,
  otherSteps,
  sortOf,
} from '@/lib/sponsors/rules/ledger'
import { giftSorts, giftStatuses } from '@/lib/sponsors/schema/gifts'
import { Refusal } from '@/lib/values/refusal'
import { expect, test } from '../support/test'

test('a gift walks the line one press at a time, and a refusal can be asked again', () => {
  expect(giftStatuses.map((status) => [status, nextStep(status)])).toEqual([
    ['draft', 'asked'],
    ['asked', 'pledged'],
    ['offered', 'pledged'],
    ['pledged', 'received'],
    ['received', 'thanked'],
    ['thanked', null],
    ['declined', 'asked'],
  ])
})

test('no station offers a step to itself or twice the same', () => {
  for (const status of giftStatuses) {
    const steps = [nextStep(status), ...otherSteps(status).map(({ to }) => to)]
    expect(steps).not.toContain(status)
    expect(new Set(steps).size).toBe(steps.length)
  }
})

test('a sponsor may change a gift until it has arrived', () => {
  expect(giftStatuses.filter(openAtDesk)).toEqual(['asked', 'offered', 'pledged'])
})

test('the one question what it is can be asked back from what is stored', () => {
  for (const sort of giftSorts) {
    const { kind, prizeKind } = kindsOf(sort)
    expect(sortOf(kind, prizeKind)).toBe(sort)
  }
})

test('names are read however people put them in a row', () => {
  for (const [text, names] of [
    ['Ruby、Jaden', ['Ruby', 'Jaden']],
    [' 虎哥 ，虎哥; 鲜虾包', ['虎哥', '鲜虾包']],
    ['钱 小麦', ['钱 小麦']],
    ['、 ,', []],
    ['', []],
  ] as const) {
    expect(namesIn(text)).toEqual(names)
    expect(namesIn(namesLine(names))).toEqual(names)
  }
})

test('the ledger has every gift at exactly one station', () => {
  const gifts = giftStatuses.flatMap((status) => [{ status }, { status }])
  const ledger = ledgerOf(gifts)
  expect(ledger.map(({ status }) => status)).toEqual([
    'offered',
    'draft',
    'asked',
    'pledged',
    'received',
    'thanked',
    'declined',
  ])
  expect(ledger.flatMap((station) => station.gifts)).toHaveLength(gifts.length)
})

test('moving past the first or the last changes nothing', () => {
  expect(movedPast(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c'])
  expect(movedPast(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b'])
  expect(movedPast(['a', 'b', 'c'], 'a', 'up')).toEqual(['a', 'b', 'c'])
  expect(movedPast(['a', 'b', 'c'], 'c', 'down')).toEqual(['a', 'b', 'c'])
  expect(movedPast(['a', 'b', 'c'], 'x', 'down')).toEqual(['a', 'b', 'c'])
})

test('units follow the quantity, and none exist while nobody knows how many', () => {
  const stock = (...numbers: number[]): UnitState[] => numbers.map((number) => ({ number, status: 'in_stock' }))
  expect(unitsToSettle([], 3)).toEqual({ add: [1, 2, 3], remove: [] })
  expect(unitsToSettle(stock(1, 2, 3), 5)).toEqual({ add: [4, 5], remove: [] })
  expect(unitsToSettle(stock(1, 2, 3), 1)).toEqual({ add: [], remove: [2, 3] })
  expect(unitsToSettle(stock(1, 2), null)).toEqual({ add: [], remove: [1, 2] })
  expect(unitsToSettle([], null)).toEqual({ add: [], remove: [] })
})

test('a unit that somebody holds never goes; the refusal says how many there must be', () => {
  for (const status of ['won', 'handed_over', 'returned'] as const) {
    const units: UnitState[] = [
      { number: 1, status: 'in_stock' },
      { number: 2, status },
      { number: 3, status: 'in_stock' },
    ]
    expect(unitsToSettle(units, 2)).toEqual({ add: [], remove: [3] })
    for (const quantity of [1, null]) {
      const refusal = (() => {
        try {
          return unitsToSettle(units, quantity)
        } catch (error) {
          return error
        }
      })()
      expect(refusal).toBeInstanceOf(Refusal)
      expect(refusal).toMatchObject({ code: 'prizes.units-taken', about: { values: { least: 2 } } })
    }
  }
})
