import { ground, pigmentFor, pigmentNames, pigments } from '@/lib/values/pigments'
import { expect, test } from '../support/test'

for (const name of pigmentNames) {
  test(`${name} reads as text on paper and on night, and so does the ground on it`, () => {
    expect(contrast(pigments[name].light, ground.light.paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(pigments[name].night, ground.night.paper)).toBeGreaterThanOrEqual(4.5)
  })
}

test('ink and muted text read on their grounds', () => {
  for (const { paper, ink, muted } of [ground.light, ground.night]) {
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(7)
    expect(contrast(muted, paper)).toBeGreaterThanOrEqual(4.5)
  }
})

test('a slug has one pigment for good', () => {
  expect(pigmentFor('chengdu')).toBe(pigmentFor('chengdu'))
  expect(pigmentFor('')).toBeDefined()
})

test('the cities of a long tour use every pigment', () => {
  const used = new Set(Array.from({ length: 300 }, (_, index) => pigmentFor(`city-${index}`)))
  expect(used.size).toBe(pigmentNames.length)
})

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
