import { accessSync, chmodSync, constants } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { programOf } from '../machine/packages.mjs'

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
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  return {
    args: [programOf('prisma'), ...args],
    env: { PRISMA_SCHEMA_ENGINE_BINARY: executable(standIn), ...quiet, ...env },
  }
}
