import { createHash, randomBytes } from 'node:crypto'
import { linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inRoot, ROOT } from './places.mjs'

/** The text of a file, or null when there is none. */
export function textOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  }
}

function* filesUnder(path, skip) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || skip.includes(relative(ROOT, path))) return
  if (!found.isDirectory()) return yield path
  for (const name of readdirSync(path).sort()) {
    if (name !== '.DS_Store') yield* filesUnder(join(path, name), skip)
  }
}

/** One hash over the names and the contents of these files and folders of the project. */
export function fingerprint(paths, { skip = [], salt = '' } = {}) {
  const hash = createHash('sha256').update(salt)
  for (const path of paths) {
    for (const file of filesUnder(inRoot(path), skip)) {
      hash.update(`\0${relative(ROOT, file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest())
    }
  }
  return hash.digest('hex')
}

/**
 * A file only we can read, with this text if it isn't there yet; answers what is in it.
 * Two first starts at once get the same text: the link either makes the whole file or finds the other's.
 */
export function keptText(path, make) {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  if (textOf(path) === null) {
    writeFileSync(draft, make(), { mode: 0o600, flush: true })
    try {
      linkSync(draft, path)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return readFileSync(path, 'utf8').trim()
}
