import { biased, judge, protocolDraw } from '../support/draw-statistics'
import { expect, test } from '../support/test'

// The whole 20,000 draws of the protocol run by `npm run draw:statistics`.
test('the draw favours nobody: inclusion, first place and ordered pairs are as even as chance makes them', () => {
  test.setTimeout(90_000)
  for (const [name, likelihood] of Object.entries(judge(protocolDraw, 2_000))) {
    expect(likelihood, name).toBeGreaterThan(0.001)
    expect(likelihood, name).toBeLessThan(0.999)
  }
})

for (const [name, draws] of Object.entries(biased)) {
  test(`the same statistics find out: ${name}`, () => {
    test.setTimeout(90_000)
    expect(Math.min(...Object.values(judge(draws, 20_000)))).toBeLessThan(0.001)
  })
}
