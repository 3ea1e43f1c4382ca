import { CHAIN, holds, type Rule } from '../support/house'
import { allSources, type Source } from '../support/sources'

/** What says why somebody may; a step inside somebody's transaction takes that. */
const PROOF =
  /\b(EventScope|SeriesScope|OwnerScope|Viewer|PublishedEvent|ShownEvent|PublicSeries|SystemJob|HolderOf|TicketHolder|SponsorDesk|SpeakerLink|CrewLink|MailProof|Doer|Transaction)\b/
// What somebody brings along is the proof itself: the secret of an invitation, the keyed hash in a mail. The last of them
// answers what anybody may read on the home page.
const BY_THEMSELVES = ['findInvitation', 'findMailChoice', 'listPublicSeriesSlugs']
const REACHES = /\bdatabase\(\)|\b(change|changeTogether)(<[^(]*>)?\(/
const EXPORTED =
  /^export (?:async )?(?:function\*?|const) (\w+)(?: = (?:async )?)?(?:<[^(]*?>)?\(\s*(?:\{(?:[^{}]|\{[^}]*\})*\}|\w+)?\s*(?::\s*([^,)=]+))?/gm

const ALIAS = /\btype (\w+)(?:<[^=]*>)? =([^\n]*(?:\n\s+[|&][^\n]*)*)/g

/** Every word for another type that files know, with what it stands for: the last of a name. */
const aliasesIn = (files: Source[]) =>
  new Map(
    files.flatMap(({ code }) => [...code.matchAll(ALIAS)].map(([, name = '', meant = '']) => [name, meant] as const)),
  )

/** Is a type a proof, or another word for one? */
const proves = (type: string, aliases: ReturnType<typeof aliasesIn>, depth = 3): boolean =>
  PROOF.test(type) ||
  (depth > 0 && (type.match(/\b[A-Z]\w+/g) ?? []).some((name) => proves(aliases.get(name) ?? '', aliases, depth - 1)))

const unproved: Rule = (files) => {
  const shared = aliasesIn(allSources().filter(({ path }) => path.startsWith('lib/')))
  return files
    .filter(({ path }) => new RegExp(`^lib/(${CHAIN.join('|')})/(queries|commands)`).test(path))
    .flatMap((file) => {
      const known = new Map([...shared, ...aliasesIn([file])])
      return [...file.code.matchAll(EXPORTED)].flatMap((found) => {
        const [, name = '', type = ''] = found
        const end = file.code.indexOf('\nexport ', found.index + 1)
        if (!REACHES.test(file.code.slice(found.index, end < 0 ? undefined : end))) return []
        return BY_THEMSELVES.includes(name) || proves(type, known)
          ? []
          : [`${file.path}: ${name} asks nobody why it may`]
      })
    })
}

holds('what reaches Postgres takes, before all else, the proof of why it may', unproved, {
  'lib/program/queries.ts': 'export const findTalk = (id: string) => database().talk.findUnique({ where: { id } })',
  'lib/program/commands.ts':
    "export async function addTalk(input: TalkInput, scope: EventScope<'program.edit'>) {\n  await change(scope, {}, work)\n}",
})
