// npm run build: the application, ready for `npm start`, when a source changed since the last time.
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command } = await import('./machine/lifetime.mjs')
const { readDotEnv } = await import('./machine/environment.mjs')
const { prepare } = await import('./app/prepare.mjs')

await command(async () => {
  readDotEnv()
  await prepare()
  const { buildApp } = await import('./app/build.mjs')
  await buildApp()
  return 0
})
