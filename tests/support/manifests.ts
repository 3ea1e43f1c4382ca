import { readdirSync } from 'node:fs'
import { inRoot } from '../../scripts/machine/places.mjs'
import { readText } from './sources'

/** What the build wrote down of the ways into the application. */
export type BuiltAction = { id: string; file: string; name: string; page: string }

/** The addresses of built pages and routes, as patterns without groups: `page /[locale]/[series]`. */
export function builtPaths(): string[] {
  const built = Object.keys(JSON.parse(readText('.next/server/app-paths-manifest.json')) as object)
  return built.map((name) => {
    const [, folder = '', kind = ''] = /^(.*)\/(page|route)$/.exec(name) ?? []
    return `${kind} ${addressOf(folder)}`
  })
}

type Reference = { workers: Record<string, unknown>; filename: string; exportedName: string }
type References = Record<'node' | 'edge', Record<string, Reference>>

/** The server actions that the build gave an id, with a page that knows them; one entry for each page. */
export function builtActions(): BuiltAction[] {
  const { node, edge } = JSON.parse(readText('.next/server/server-reference-manifest.json')) as References
  return Object.entries({ ...node, ...edge }).flatMap(([id, { workers, filename, exportedName }]) => {
    const page = Object.keys(workers).find((worker) => /\/page$/.test(worker)) ?? ''
    return [
      { id, file: filename, name: exportedName, page: addressOf(page.replace(/^app/, '').replace(/\/page$/, '')) },
    ]
  })
}

const addressOf = (folder: string) =>
  `/${folder
    .split('/')
    .filter((name) => name && !/^\(.*\)$/.test(name))
    .join('/')}`

/** The text of every piece of script that the build made for the server. */
export function builtPieces(): string[] {
  const folder = '.next/server/chunks'
  const files = readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith('.js')).map((file) => readText(`${folder}/${file}`))
}
