// npm run build: the application, ready for `npm start`, when a source changed since the last time.
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command } = await import('./machine/lifetime.mjs')
const { openDataDir, readDotEnv } = await import('./machine/environment.mjs')
const { installPackages } = await import('./app/install.mjs')

await command(async () => {
  readDotEnv()
  openDataDir()
  await installPackages()
  const { generateClient } = await import('./prisma/generate.mjs')
  await generateClient()
  const { buildApp } = await import('./app/build.mjs')
  await buildApp()
  return 0
})
