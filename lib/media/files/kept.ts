import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The bytes of a kept file, or null where there is none. The name is a hash with an ending, never a path. */
export async function readKept(folder: string, name: string): Promise<Buffer | null> {
  if (!/^[0-9a-f]{16,64}(-\d{2,4})?\.[a-z0-9]{2,5}$/.test(name)) return null
  try {
    return await readFile(join(/*turbopackIgnore: true*/ folder, name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Writes beside the place and moves: whoever reads finds the whole file or none, also after a crash. */
export async function keep(folder: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const draft = join(/*turbopackIgnore: true*/ folder, `${name}.${randomUUID()}`)
  try {
    await writeFile(draft, bytes, { flush: true })
    await rename(draft, join(/*turbopackIgnore: true*/ folder, name))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
