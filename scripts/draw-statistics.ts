import { biased, judge, type Likelihoods, protocolDraw } from '../tests/support/draw-statistics'

/** `npm run draw:statistics`: 20,000 draws of 18 out of 200, and four biased ones that must be found out. */
const times = 20_000
const shown = (likelihoods: Likelihoods) =>
  Object.entries(likelihoods)
    .map(([name, p]) => `${name} p = ${p.toPrecision(3)}`)
    .join(', ')

function tell(name: string, likelihoods: Likelihoods, asHoped: boolean) {
  console.log(`${asHoped ? '✓' : '✗'} ${name}: ${shown(likelihoods)}`)
  if (!asHoped) process.exitCode = 1
}

const fair = judge(protocolDraw, times)
tell(
  'the draw of the protocol',
  fair,
  Object.values(fair).every((p) => p >= 0.001 && p <= 0.999),
)
for (const [name, draws] of Object.entries(biased)) {
  const found = judge(draws, times)
  tell(`found out: ${name}`, found, Math.min(...Object.values(found)) < 0.001)
}
