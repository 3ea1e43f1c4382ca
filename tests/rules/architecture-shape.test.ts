import { CHAIN, holds, NAMES, OWN_NAMES, type Rule } from '../support/house'
import { allTexts, insideBrackets, lineAt, type Source } from '../support/sources'

/** One line for each place in matching files where `pattern` stands in the code. */
const never =
  (where: RegExp, pattern: RegExp, read: (file: Source) => string = (file) => file.code): Rule =>
  (files) =>
    files
      .filter((file) => where.test(file.path))
      .flatMap((file) =>
        [...read(file).matchAll(new RegExp(pattern, 'g'))].map(
          (found) => `${file.path}:${lineAt(file.text, found.index)} ${found[0].trim()}`,
        ),
      )

const PRODUCT = /^(app|components|lib)\//
const bare = (file: Source) => file.bare

holds(
  'no file is longer than 250 lines',
  (files) => {
    const lines = (file: Source) => file.text.replace(/\n$/, '').split('\n').length
    return files
      .filter((file) => !file.path.startsWith('prisma/demo/') && lines(file) > 250)
      .map((file) => `${file.path} has ${lines(file)} lines`)
  },
  { 'lib/values/long.ts': '//\n'.repeat(251), 'app/long.css': '\n'.repeat(251) },
  allTexts,
)

holds(
  'a part holds only the agreed names',
  (files) =>
    files.flatMap(({ path }) => {
      const [lib, part = '', name = ''] = path.split('/')
      if (lib !== 'lib' || !CHAIN.includes(part)) return []
      const agreed = [...NAMES, ...(OWN_NAMES[part] ?? [])].includes(name.replace(/\.tsx?$/, ''))
      return agreed ? [] : [path]
    }),
  { 'lib/program/helpers.ts': '', 'lib/tour/scope.ts': '', 'lib/people/utils/a.ts': '' },
)

holds(
  'folders of lib are parts or the agreed few',
  (files) =>
    files.flatMap(({ path }) => {
      const folder = /^lib\/(\w+)\//.exec(path)?.[1]
      const known = [...CHAIN, 'web', 'mail', 'media', 'jobs', 'database', 'words', 'values']
      return !folder || known.includes(folder) ? [] : [path]
    }),
  { 'lib/utils/a.ts': '' },
)

holds(
  'only config.ts reads the environment',
  (files) =>
    never(
      /^(app|components|lib|proxy|instrumentation)/,
      /process\.env\b(?!\.(NODE_ENV|NEXT_RUNTIME|NEXT_PHASE)\b)/,
    )(files.filter(({ path }) => path !== 'lib/config.ts')),
  { 'lib/web/a.ts': 'const url = process.env.SITE_URL', 'app/b.ts': 'const { SITE_URL } = process.env' },
)

holds(
  'SQL is never put together from text',
  never(/^(app|components|lib|prisma)\//, /\$(query|execute)RawUnsafe|\bPrisma\.raw\b/),
  { 'lib/program/queries.ts': 'await database().$queryRawUnsafe(sql)', 'lib/a.ts': 'Prisma.raw(x)' },
)

holds(
  'only JSON-LD writes raw HTML',
  (files) =>
    never(
      PRODUCT,
      /dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML/,
    )(files.filter(({ path }) => path !== 'components/layout/json-ld.tsx')),
  { 'components/ui/a.tsx': '<p dangerouslySetInnerHTML={{ __html: x }} />', 'app/b.tsx': 'node.innerHTML = x' },
)

const PROOFS =
  'EventScope|SeriesScope|OwnerScope|Viewer|PublishedEvent|PublicSeries|SystemJob|HolderOf|TicketHolder|SponsorDesk|SpeakerLink|CrewLink'
// holder.ts of lib/web tells one kind of holder from another after comparing it; it makes none.
const MAY_CAST = ['lib/people/scope.ts', 'lib/people/holder.ts', 'lib/web/holder.ts']

holds(
  'only scope.ts and holder.ts cast to proofs',
  (files) =>
    never(
      /^(app|components|lib|prisma)\//,
      new RegExp(`\\bas\\s+(?:${PROOFS})\\b`),
      bare,
    )(files.filter(({ path }) => !MAY_CAST.includes(path))),
  { 'lib/program/commands.ts': "const scope = {} as unknown as EventScope<'program.edit'>", 'app/a.ts': 'x as Viewer' },
)

holds('nothing is cast to any', never(/\.(m?ts|tsx)$/, /(\bas\s+any|:\s*any|<any)\b/, bare), {
  'lib/a.ts': 'const x = y as any',
  'app/b.ts': 'function f(x: any) {}',
})

holds(
  'no task is left as a remark',
  never(/./, /\b(TODO|FIXME|XXX|HACK)\b/, ({ text, path }) =>
    path.startsWith('tests/rules/architecture') ? '' : text,
  ),
  { 'lib/a.ts': '// TODO later' },
)

const MANY = /\.\s*(\w+)\s*\.\s*(updateMany|deleteMany|findFirst|findFirstOrThrow)\s*\(/g
const WITHIN = /\.\.\.(\w+(\(\w*\))?\.)*within(Series)?\b/
// A row found by one of these cannot be somebody else's by mistake: they are what a scope is made from.
const NAMED = /\b(eventId|seriesId|personId|email|tokenHash|requestKey|slugs?|ownerSince|memberships)\b/

/** Does the condition come from a value, or a parameter by its type, that names the scope's column? */
const isTyped = (file: Source, given: string): boolean =>
  [...given.matchAll(/\.\.\.(\w+)\s*[,}]|\bwhere(?::\s*(\w+))?\s*[,}]/g)].some(([, spread, named]) =>
    new RegExp(`\\b${spread ?? named ?? 'where'}(:| =) \\{[^}]*\\b${NAMED.source}`).test(file.code),
  )

const unscoped: Rule = (files) =>
  files
    .filter(({ path }) => new RegExp(`^lib/(${CHAIN.join('|')})/`).test(path))
    .flatMap((file) =>
      [...file.bare.matchAll(MANY)].flatMap((found) => {
        const open = found.index + found[0].length - 1
        const length = insideBrackets(file.bare, open).length
        const given = file.code.slice(open, open + length + 2)
        if (WITHIN.test(given) || NAMED.test(given) || isTyped(file, given)) return []
        return [`${file.path}:${lineAt(file.text, found.index)} ${found[1]}.${found[2]}`]
      }),
    )

holds('questions and acts by a bare id stay within their scope', unscoped, {
  'lib/program/commands.ts': 'await tx.talk.updateMany({ where: { id }, data: { title } })',
  'lib/program/commands.ts#typed': 'function f(where: { id: string }) { tx.talk.deleteMany({ where }) }',
  'lib/program/queries.ts': 'database().talk.findFirst({ where: { id: input.id, removedAt: null } })',
})
