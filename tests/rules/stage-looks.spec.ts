import { emsOf, gridFor } from '@/app/[locale]/(stage)/stage/[series]/[event]/draw/fit'
import { opticalSize } from '@/app/[locale]/(stage)/stage/[series]/[event]/idle/optical'
import { expect, test } from '../support/test'

const sign = (width: number, height: number, inkShare = 1, ink = 1) => ({
  ...{ name: 'a', fallback: 'png', width, height, inkLeft: 0, inkTop: 0, inkWidth: ink, inkHeight: ink, inkShare },
})
const place = { area: 100, width: 30, height: 15 }

test('signs weigh alike: equal areas of ink whatever their shape and margin', () => {
  const inked = (of: ReturnType<typeof sign>) => {
    const { width, height } = opticalSize(of, place)
    return Math.round(width * of.inkWidth * height * of.inkHeight)
  }
  expect(inked(sign(100, 100))).toBe(100)
  expect(inked(sign(400, 100))).toBe(100)
  // The same sign with a wide empty margin is drawn larger, so that the ink is as large.
  expect(inked(sign(100, 100, 1, 0.5))).toBe(100)
  const light = opticalSize(sign(100, 100, 0.2), place)
  expect(light.width).toBeGreaterThan(10)
})

test('no sign is wider or higher than its place', () => {
  for (const [width, height] of [
    [4000, 100],
    [100, 4000],
  ] as const) {
    const shown = opticalSize(sign(width, height), place)
    expect(shown.width).toBeLessThanOrEqual(30)
    expect(shown.height).toBeLessThanOrEqual(15)
  }
})

test('Chinese signs are square, letters a little over half as wide', () => {
  expect(emsOf('张＊')).toBe(2)
  expect(emsOf('ab')).toBeCloseTo(1.26)
})

for (const [cards, grid] of [
  [1, 'one'],
  [3, 'few'],
  [6, 'half'],
  [12, 'dozen'],
  [20, 'score'],
  [40, 'crowd'],
] as const) {
  test(`${cards} at once are set as ${grid}`, () => expect(gridFor(cards)).toBe(grid))
}
