// node scripts/program.mjs draw-verify.ts …: a TypeScript program of this folder, once what it stands on is there.
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command } = await import('./machine/lifetime.mjs')
const { prepare } = await import('./app/prepare.mjs')
const { inRoot } = await import('./machine/places.mjs')
const { show } = await import('./machine/steps.mjs')

await command(async () => {
  const [program, ...options] = process.argv.slice(2)
  await prepare()
  return show(['--import', 'tsx', '--conditions=react-server', '--expose-gc', inRoot('scripts', program), ...options])
})
