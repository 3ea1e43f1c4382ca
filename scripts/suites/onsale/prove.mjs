import { buildApp } from '../../app/build.mjs'
import { say, step } from '../../machine/steps.mjs'
import { control, cutConnections, killInTurn } from './faults.mjs'
import { openPlace } from './place.mjs'

/** Prints what the faults of the on-sale path did; answers 1 when something promised did not hold. */
export async function proveOnSale({ long }) {
  await buildApp()
  const place = await step('Bringing up a database and a server', openPlace)
  try {
    place.server = await place.start()
    const cuts = await step('Cutting connections', () => cutConnections(place, { count: long ? 2_000 : 200 }))
    const kills = await step('Killing app and Postgres in turn', () => killInTurn(place, { cycles: long ? 20 : 2 }))
    const without = await step('The same without waiting for the disk', () => control(place, { cycles: long ? 3 : 1 }))
    const mismatch = cuts.lost + cuts.changed + cuts.twice + cuts.missing
    const good = [
      [mismatch === 0, `connection cut ${long ? 2_000 : 200} times: ${mismatch} mismatches after retry by key`],
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
