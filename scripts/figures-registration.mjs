// npm run figures:registration: the on-sale path beside its bounds, in seconds. --long measures as the bounds ask, in minutes.
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command } = await import('./machine/lifetime.mjs')

await command(async () => {
  const { prepare } = await import('./app/prepare.mjs')
  await prepare()
  const { measureOnSale } = await import('./suites/onsale/measure.mjs')
  return measureOnSale({ long: process.argv.includes('--long') })
})
