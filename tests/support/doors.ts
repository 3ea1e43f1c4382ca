import { allSources, importsOf, insideBrackets, readText, type Source, source } from './sources'

/** One way into the application, read from the sources. */
export type Door = {
  kind: 'page' | 'route' | 'action'
  /** The file it stands in. */
  file: string
  /** The address pattern without groups, `/[locale]/[series]`; of an action, where its page is. */
  path: string
  /** GET, POST … of a route; the exported name of an action; `page`. */
  name: string
  wrapper: string
  /** The permission it asks for. */
  may: string | null
  /** The kind of secret link it asks for. */
  link: string | null
  writes: boolean
  /** The schema that its form is read with: the name and the file it is imported from. */
  input: { name: string; file: string } | null
}

const WRAPPER_FILES = {
  Page: ['lib/web/page.tsx'],
  Route: ['lib/web/route.ts', 'lib/web/auth-route.ts'],
  Action: ['lib/web/action.ts'],
}

/** The names of our wrappers of a kind, from the files that define them. */
export function wrappersOf(kind: keyof typeof WRAPPER_FILES): string[] {
  const defined = new RegExp(`export (?:const|function) (\\w+${kind})\\b`, 'g')
  return WRAPPER_FILES[kind].flatMap((path) =>
    [...source(path, readText(path)).bare.matchAll(defined)].map(([, name]) => name ?? ''),
  )
}

const EXPORT = /^export\s+(?:(default)\s+|const\s+(\w+)(?:\s*:[^=\n]+)?\s*=\s*)?([^\n]*)/gm
/** What files of the framework may export besides doors. */
const SETTINGS =
  /^(const\s+)?(dynamic|dynamicParams|revalidate|runtime|maxDuration|metadata|viewport|fetchCache|preferredRegion)\b/
const ABOUT = /^(async\s+)?function\s+(generateMetadata|generateViewport)\b|^(type|interface)\s/

type Made = { name: string; wrapper: string; call: string }

/** The exports of a file that are calls of these wrappers, and as `bare` the lines of those that are not. */
function exportsOf(file: Source, wrappers: string[]): { made: Made[]; bare: string[] } {
  const made: Made[] = []
  const bare: string[] = []
  for (const found of file.bare.matchAll(EXPORT)) {
    const [line, isDefault, name = isDefault ?? '', rest = ''] = found
    const wrapper = /^(\w+)\s*(?:<[^(]*>)?\(/.exec(rest)?.[1] ?? ''
    const isDoor = /\/page\.tsx$/.test(file.path) ? isDefault : !isDefault && name
    if (isDoor && wrappers.includes(wrapper)) {
      const open = found.index + line.length - rest.length + rest.indexOf('(')
      made.push({ name, wrapper, call: file.code.slice(open, open + insideBrackets(file.bare, open).length + 2) })
    } else if (!SETTINGS.test(name) && !ABOUT.test(rest)) bare.push(line.slice(0, 100))
  }
  return { made, bare }
}

/** The exports of a file that no wrapper guards. */
export const bareExports = (file: Source, wrappers: string[]): string[] => exportsOf(file, wrappers).bare

/** The address of a file under app/: its folders without groups. */
export const addressOf = (file: string): string =>
  `/${file
    .split('/')
    .slice(1, -1)
    .filter((folder) => !/^\(.*\)$/.test(folder))
    .join('/')}`

function kindOf({ path, code }: Source): Door['kind'] | null {
  if (/^app\/.*page\.tsx$/.test(path)) return 'page'
  if (/^app\/.*route\.tsx?$/.test(path)) return 'route'
  return path.startsWith('app/') && /^\s*['"]use server['"]/.test(code) ? 'action' : null
}

const KINDS = { page: 'Page', route: 'Route', action: 'Action' } as const

/** The doors of one source. */
export function doorsOf(file: Source): Door[] {
  const kind = kindOf(file)
  if (!kind) return []
  return exportsOf(file, wrappersOf(KINDS[kind])).made.map(({ name, wrapper, call }) => ({
    kind,
    file: file.path,
    path: addressOf(file.path),
    name: kind === 'page' ? 'page' : name,
    wrapper,
    may: /\bmay:\s*'([\w.]+)'/.exec(call)?.[1] ?? null,
    link: /\bkind:\s*'(\w+)'/.exec(call)?.[1] ?? null,
    writes: kind === 'action' || /\bwrites:\s*true\b/.test(call),
    input: inputOf(file, call),
  }))
}

function inputOf(file: Source, call: string): Door['input'] {
  const name = /\binput:\s*(\w+)\s*,/.exec(call)?.[1]
  const used = name && importsOf(file).find(({ names }) => new RegExp(`\\b${name}\\b`).test(names))
  return used ? { name, file: used.from } : null
}

/** Every door of the application. */
export const allDoors = (): Door[] => allSources().flatMap(doorsOf)
