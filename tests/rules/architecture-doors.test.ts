import { bareExports, wrappersOf } from '../support/doors'
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
