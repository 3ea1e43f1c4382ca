import { bareExports, doorsOf, wrappersOf } from '../support/doors'
import { holds, type Rule } from '../support/house'
import type { Source } from '../support/sources'

const says = (file: Source) => /^\s*['"]use server['"]/.test(file.code)

const unwrapped =
  (where: (file: Source) => boolean, wrappers: string[]): Rule =>
  (files) =>
    files.filter(where).flatMap((file) => bareExports(file, wrappers).map((line) => `${file.path}: ${line}`))

holds('every action is a call of one of our wrappers', unwrapped(says, wrappersOf('Action')), {
  'app/a/actions.ts#bare': "'use server'\nexport async function addTalk(data: FormData) {}",
  'app/a/actions.ts#arrow': "'use server'\nexport const addTalk = async () => {}",
  'app/a/actions.ts#stranger': "'use server'\nexport const addTalk = ownAction({ run })",
  'app/a/actions.ts#again': "'use server'\nexport { addTalk } from './b'",
  'app/a/actions.ts#default': "'use server'\nexport default organizerAction({ run })",
})

holds(
  'actions live in actions.ts of a room, and nowhere inside a function',
  (files) =>
    files
      .filter((file) => /^(app|components|lib)\//.test(file.path) && /['"]use server['"]/.test(file.code))
      .filter((file) => !says(file) || !/^app\/.*\/actions(\/[\w-]+)?\.ts$/.test(file.path))
      .map((file) => file.path),
  {
    'app/page.tsx': "export default publicPage(() => { async function save() { 'use server' } })",
    'lib/program/commands.ts': "'use server'\nexport const addTalk = organizerAction({})",
  },
)

holds(
  'every page is a call of one of our wrappers',
  unwrapped((file) => /^app\/.*\/page\.tsx$/.test(file.path), wrappersOf('Page')),
  {
    'app/a/page.tsx': 'export default async function Page() {}',
    'app/b/page.tsx': 'export default myPage(() => null)',
  },
)

holds(
  'every method of a route is a call of one of our wrappers',
  unwrapped((file) => /^app\/.*\/route\.tsx?$/.test(file.path), wrappersOf('Route')),
  {
    'app/a/route.ts': 'export async function GET() {}',
    'app/b/route.ts': 'const handler = publicRoute({}, run)\nexport { handler as GET }',
  },
)

const SPECIAL =
  /^(page|layout|template|error|global-error|not-found|loading|default|route|sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image|forbidden|unauthorized|instrumentation)\.\w+$/
const AGREED = /^(page|layout|error|global-error|not-found|loading|route|sitemap|robots|manifest)\.tsx?$/

holds(
  'the framework finds only the kinds of files that we know to guard',
  (files) =>
    files
      .filter(({ path }) => path.startsWith('app/'))
      .filter(({ path }) => {
        const name = path.split('/').at(-1) ?? ''
        return SPECIAL.test(name) && !AGREED.test(name)
      })
      .map(({ path }) => path),
  { 'app/a/opengraph-image.tsx': '', 'app/a/default.tsx': '' },
)

/** Wrappers that ask for something name it where they are called: in plain text, for people and for the list of doors. */
const unnamed: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith('app/'))
    .flatMap(doorsOf)
    .filter(({ wrapper, may, link }) =>
      /^(organizer|series)/.test(wrapper) ? !may : wrapper.startsWith('holder') && !link,
    )
    .map(({ file, name, wrapper }) => `${file}: ${wrapper} of ${name} names no policy`)

holds('every wrapper that asks for something says so in plain text', unnamed, {
  'app/a/actions.ts#may': "'use server'\nexport const addTalk = organizerAction({ may, input, run })",
  'app/a/[link]/actions.ts#kind': "'use server'\nexport const answer = holderAction({ ...plan })",
  'app/a/page.tsx': 'export default seriesPage(policy, () => null)',
})

// Reading the list found each kind at least: a reader that finds nothing would find nothing wrong.
holds(
  'the list of doors is not empty',
  (files) => {
    const kinds = new Set(files.flatMap(doorsOf).map(({ kind }) => kind))
    return ['page', 'route', 'action'].filter((kind) => !kinds.has(kind as 'page')).map((kind) => `no ${kind}`)
  },
  { 'app/a/page.tsx': 'export default 1' },
)
