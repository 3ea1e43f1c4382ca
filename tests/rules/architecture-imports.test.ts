import { CHAIN, holds, placeOf, type Rule } from '../support/house'
import { type Import, importsOf, type Source } from '../support/sources'

/** One line for each import that `wrong` objects to. */
const imports =
  (where: RegExp, wrong: (file: Source, used: Import) => boolean): Rule =>
  (files) =>
    files
      .filter((file) => where.test(file.path))
      .flatMap((file) =>
        importsOf(file)
          .filter((used) => wrong(file, used))
          .map((used) => `${file.path} imports ${used.from}`),
      )

function reachesUp(file: Source, used: Import): boolean {
  if (used.typeOnly && used.from === 'lib/words/load.ts') return false
  if (!used.from.startsWith('lib/')) return /^(app|components|prisma|scripts|tests)\//.test(used.from)
  const [own, other] = [placeOf(file.path), placeOf(used.from)]
  if (!own || !other || own.room === other.room) return !own || !other
  if (own.part && other.part && own.part !== other.part) {
    return CHAIN.indexOf(other.part) > CHAIN.indexOf(own.part) || other.floor > own.floor
  }
  return other.floor >= own.floor && !(own.floor === 30 && other.floor === 30)
}

holds('imports inside lib go down the floors and left along the chain of parts', imports(/^lib\//, reachesUp), {
  'lib/program/rules.ts#up': "import { listTalks } from './queries'",
  'lib/program/queries.ts#up': "import { addTalk } from '@/lib/program/commands'",
  'lib/program/commands.ts#right': "import { seatsOf } from '@/lib/registration/rules/seats'",
  'lib/program/rules.ts#left-up': "import { findEvent } from '@/lib/events/queries'",
  'lib/values/time.ts': "import { config } from '@/lib/config'",
  'lib/database/lock.ts': "import { words } from '@/lib/words/load'\nimport { x } from '@/lib/web/form'",
  'lib/prizes/commands.ts#app': "import Page from '@/app/page'",
  'lib/tour/helpers.ts': "import { line } from '@/lib/values/fields'",
})

const LOOKS_MAY_USE = /^lib\/(values\/|web\/form\.ts$|\w+\/(schema|rules|roles)(\/|\.tsx?$))/

holds(
  'components know of lib only schema, rules, values and the state of forms',
  imports(
    /^components\//,
    (_, { from }) => /^app\//.test(from) || (from.startsWith('lib/') && !LOOKS_MAY_USE.test(from)),
  ),
  {
    'components/ui/a.tsx': "import { listTalks } from '@/lib/program/queries'",
    'components/ui/b.tsx': "import words from '@/lib/words/zh/site.json'",
    'components/ui/c.tsx': "import { frame } from '@/app/frame'",
  },
)

holds(
  'nothing of the product imports tests, scripts or the seed',
  imports(/^(app|components|lib|proxy)/, (_, { from }) => /^(tests|scripts|prisma)\//.test(from)),
  { 'app/page.tsx': "import { aPerson } from '../tests/support/factories.ts'" },
)

const READS_DATABASE =
  /^lib\/(database|jobs|mail|media)\/|^lib\/\w+\/(queries|commands)(\/|\.ts$)|^lib\/people\/(scope|holder)\.ts$/
// The one question that is about the database itself, and whose connections a request may use.
const ABOUT_ITSELF = ['lib/database/readiness.ts', 'lib/database/lane.ts']

holds(
  'only database, queries, commands and the proofs reach Postgres',
  imports(
    /^(app|components|lib|proxy)/,
    (file, { from, typeOnly }) =>
      !READS_DATABASE.test(file.path) &&
      (/^(pg|@prisma\/.*)$/.test(from) ||
        (from.startsWith('lib/database/') && !ABOUT_ITSELF.includes(from) && !typeOnly)),
  ),
  {
    'lib/program/rules.ts': "import { database } from '@/lib/database/client'",
    'app/page.tsx': "import { change } from '@/lib/database/change'",
    'lib/web/action.ts': "import pg from 'pg'",
  },
)

holds(
  'only app and lib/web know the framework',
  imports(
    /^(components|lib)\//,
    ({ path }, { from }) => !path.startsWith('lib/web/') && /^next(-auth)?(\/|$)/.test(from),
  ),
  {
    'lib/program/queries.ts': "import { cookies } from 'next/headers'",
    'components/ui/link.tsx': "import Link from 'next/link'",
  },
)

const MINTS = /\b(eventScope|seriesScope|ownerScope|viewerOf|viewerOfSession|systemJob|holderOf)\b/

holds(
  'rooms do not mint proofs: wrappers do',
  imports(
    /^(app|components)\//,
    (_, { from, names }) => /^lib\/people\/(scope|holder)\.ts$/.test(from) && MINTS.test(names),
  ),
  { 'app/page.tsx': "import { eventScope } from '@/lib/people/scope'" },
)

/** Every circle once, as the files in it. */
const circles: Rule = (files) => {
  const uses = new Map(
    files
      .filter((file) => /^(app|components|lib)\//.test(file.path))
      .map((file) => [file.path, importsOf(file).flatMap((used) => (used.typeOnly ? [] : [used.from]))]),
  )
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) found.add([...trail.slice(trail.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) for (const next of uses.get(path) ?? []) if (uses.has(next)) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of uses.keys()) visit(path, [])
  return [...found]
}

holds('no file imports itself by way of others', circles, {
  'lib/config.ts': "import { config } from '@/lib/config'",
})
