import { accessSync, chmodSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const standIn = fileURLToPath(new URL('./schema-engine.mjs', import.meta.url))

function executable(file) {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
  return file
}

/** Arguments for Node and environment that run the Prisma command line without a native engine and without calling home. */
export function prismaCommand(args, env = process.env) {
  const require = createRequire(import.meta.url)
  const manifest = require.resolve('prisma/package.json')
  const { bin } = require(manifest)
  const cli = join(dirname(manifest), typeof bin === 'string' ? bin : bin.prisma)
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  return {
    args: [cli, ...args],
    env: { PRISMA_SCHEMA_ENGINE_BINARY: executable(standIn), ...quiet, ...env },
  }
}
