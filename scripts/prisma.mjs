// npm run prisma -- migrate dev --name what-changed: the Prisma command line, on a machine that reaches no download.
// Without DATABASE_URL it works on the built-in database.
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command, atEnd } = await import('./machine/lifetime.mjs')
const { openDataDir, readDotEnv } = await import('./machine/environment.mjs')
const { installPackages } = await import('./app/install.mjs')
const { show } = await import('./machine/steps.mjs')

async function ownDatabase(dir) {
  const { openPostgres } = await import('./postgres/open.mjs')
  const { url, close } = await openPostgres(dir)
  atEnd(close)
  return url
}

await command(async () => {
  const words = process.argv.slice(2)
  readDotEnv()
  const dir = openDataDir()
  await installPackages()
  if (words[0] === 'generate') {
    const { generateClient } = await import('./prisma/generate.mjs')
    await generateClient()
    return 0
  }
  if (/^(migrate|db|studio)$/.test(words[0] ?? '')) process.env.DATABASE_URL ||= await ownDatabase(dir)
  const { prismaCommand } = await import('./prisma/command.mjs')
  const { args, env } = prismaCommand(words)
  return show(args, { env })
})
