import { openDataDir } from '../machine/environment.mjs'
import { installPackages } from './install.mjs'

/** What every program stands on: the folder for data, the packages, the database client. Brings what is missing. */
export async function prepare() {
  openDataDir()
  await installPackages()
  // Needs packages itself.
  const { generateClient } = await import('../prisma/generate.mjs')
  await generateClient()
}
