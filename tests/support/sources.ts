import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { ROOT } from '../../scripts/machine/places.mjs'
import { withoutComments } from './strip'

/** One file of the project. `code` has its comments, `bare` also the insides of its strings blanked; places stay. */
export type Source = { path: string; text: string; code: string; bare: string }
export type Import = { from: string; names: string; typeOnly: boolean }

const FOLDERS = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests']
const GENERATED = 'lib/database/generated'

/** A source as the rules read it; a rule's control makes one up. */
export const source = (path: string, text: string): Source => ({ path, text, ...withoutComments(text) })

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
export const isThere = (path: string): boolean => existsSync(join(ROOT, path))

/** Every path under a folder of the project, generated code left out. */
export function pathsUnder(folder: string): string[] {
  if (!isThere(folder)) return []
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith(GENERATED))
    .sort()
}

let known: Source[] | undefined

/** Every program text of the project: TypeScript and plain modules, those at the root too. */
export function allSources(): Source[] {
  known ??= [...readdirSync(ROOT), ...FOLDERS.flatMap(pathsUnder)]
    .filter((path) => /\.(m?ts|tsx|mjs)$/.test(path) && path !== 'next-env.d.ts')
    .map((path) => source(path, readText(path)))
  return known
}

/** All that, and what is written by hand without being a program: how pages look, and the model. */
export const allTexts = (): Source[] => [
  ...allSources(),
  ...FOLDERS.flatMap(pathsUnder)
    .filter((path) => /\.(css|prisma)$/.test(path))
    .map((path) => source(path, readText(path))),
]

const IMPORT =
  /\b(?:import|export)\s+(type\s+)?([^;'"()]*?)\s*\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g

/** What a source imports or re-exports: our own files as paths of the project, packages by name. */
export function importsOf(file: Source): Import[] {
  return [...file.code.matchAll(IMPORT)].map(([, type, names = '', from, bare]) => ({
    from: resolved(file.path, from ?? bare ?? ''),
    names,
    typeOnly: Boolean(type) || /^\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}$/.test(names),
  }))
}

function resolved(importer: string, name: string): string {
  if (name.startsWith('@/')) return withEnding(name.slice(2))
  return name.startsWith('.') ? withEnding(join(dirname(importer), name).split(sep).join('/')) : name
}

const ENDINGS = ['', '.ts', '.tsx', '.mts', '.d.ts', '/index.ts']
const withEnding = (path: string): string =>
  ENDINGS.map((ending) => path + ending).find((known) => /\.\w+$/.test(known) && isThere(known)) ?? path

/** The text between the bracket at `open` and the one that closes it. */
export function insideBrackets(bare: string, open: number): string {
  let depth = 0
  for (let at = open; at < bare.length; at++) {
    if ('([{'.includes(bare[at] ?? '')) depth++
    else if (')]}'.includes(bare[at] ?? '') && --depth === 0) return bare.slice(open + 1, at)
  }
  return bare.slice(open + 1)
}

/** The line on which a place of a text stands, for messages. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length
