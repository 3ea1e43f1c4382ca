import { buildApp } from '../../app/build.mjs'
import { say, step } from '../../machine/steps.mjs'
import { control, cutConnections, killInTurn } from './faults.mjs'
import { openPlace } from './place.mjs'

const forms = {
  '--brief': { cuts: 60, cycles: 2, seconds: 1.5, controls: 5 },
  '--long': { cuts: 2_000, cycles: 20, seconds: 3, controls: 5 },
}
const short = { cuts: 300, cycles: 4, seconds: 3, controls: 5 }

/** Prints what the faults of the on-sale path did; answers 1 when something promised did not hold. */
export async function proveOnSale(form) {
  const { cuts: count, cycles, seconds, controls } = forms[form] ?? short
  await buildApp()
  const place = await step('Bringing up a database and a server', openPlace)
  try {
    place.server = await place.start()
    const cuts = await step('Cutting connections', () => cutConnections(place, { count }))
    const kills = await step('Killing app and Postgres in turn', () => killInTurn(place, { cycles, seconds }))
    const without = await step('The same without waiting for the disk', () =>
      control(place, { cycles: controls, seconds }),
    )
    const mismatch = cuts.lost + cuts.changed + cuts.twice + cuts.missing
    const good = [
      [mismatch === 0, `connection cut ${count} times: ${mismatch} mismatches after retry by key`],
      [
        kills.lost + kills.changed + kills.twice + kills.oversold === 0,
        `killed in turn: ${kills.acknowledged} acknowledged, ${kills.retried} retried; ${kills.lost} lost, ${kills.changed} changed, ${kills.twice} twice`,
      ],
      [
        without.lost > 0,
        `control, synchronous_commit=off: ${without.lost} of ${without.acknowledged} lost, as it must be`,
      ],
    ]
    console.log()
    for (const [holds, words] of good) say(`${holds ? '✓' : '✗'} ${words}`)
    return good.every(([holds]) => holds) ? 0 : 1
  } finally {
    await place.close()
  }
}
