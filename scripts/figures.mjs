// npm run figures: what was measured, beside what it may be at most. --long also measures a clean clone's start and test.
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command } = await import('./machine/lifetime.mjs')

await command(async () => {
  const { prepare } = await import('./app/prepare.mjs')
  await prepare()
  const { measureAll } = await import('./suites/figures.mjs')
  return measureAll({ long: process.argv.includes('--long') })
})
