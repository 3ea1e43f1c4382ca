// npm run faults: registrations while the app, the database and connections break, in a minute. --long asks for twenty cycles, --brief for two short ones.
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command } = await import('./machine/lifetime.mjs')

await command(async () => {
  const { prepare } = await import('./app/prepare.mjs')
  await prepare()
  const { proveOnSale } = await import('./suites/onsale/prove.mjs')
  const form = ['--long', '--brief'].find((word) => process.argv.includes(word))
  return proveOnSale(form)
})
