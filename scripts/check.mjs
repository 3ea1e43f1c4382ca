// npm run check: all that needs no browser and no minute of patience; run it before every commit.
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command } = await import('./machine/lifetime.mjs')
const { prove } = await import('./suites/prove.mjs')

await command(() => prove({ without: ['journeys', 'faults'] }))
