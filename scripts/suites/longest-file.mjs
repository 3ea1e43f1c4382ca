import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from '../machine/places.mjs'

const FOLDERS = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests']
const DATA = ['lib/database/generated', 'prisma/demo']

/** The longest program text of the project and its lines; generated code and data left out. */
export function longestFile() {
  const files = FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && /\.(m?ts|tsx|mjs|css|prisma)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !DATA.some((folder) => path.startsWith(folder)))
  const measured = files.map((path) => {
    const lines = readFileSync(join(ROOT, path), 'utf8').replace(/\n$/, '').split('\n').length
    return { path, lines }
  })
  return measured.sort((a, b) => b.lines - a.lines)[0]
}
