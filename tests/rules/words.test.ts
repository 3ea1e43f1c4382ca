import { holds, type Rule } from '../support/house'
import { allSources, insideBrackets, lineAt, type Source } from '../support/sources'
import { expect, test } from '../support/test'
import { argumentsOf, sentences, wordsOf } from '../support/words'

// checklist: 62
const zh = sentences(wordsOf('zh'))
const en = sentences(wordsOf('en'))

test('both languages say the same things', () => {
  expect(zh.size).toBeGreaterThan(100)
  expect([...en.keys()].filter((key) => !zh.has(key))).toEqual([])
  expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([])
})

test('both languages take the same arguments', () => {
  expect(argumentsOf("{count, plural, one {# seat of {name}} other {# seats}} '{x}' <b>{at}</b>")).toEqual([
    '<b>',
    'at',
    'count',
    'name',
  ])
  expect(() => argumentsOf('{count, plural, other {#}')).toThrow()
  expect(() => argumentsOf('seats}')).toThrow()
  const different = [...zh].filter(([key, text]) => `${argumentsOf(text)}` !== `${argumentsOf(en.get(key) ?? '')}`)
  expect(different.map(([key]) => key)).toEqual([])
})

test('no sentence is empty, and each stands in its own script', () => {
  const han = /\p{Script=Han}/u
  // The name of the other language is written in that language; names of things keep theirs.
  const other = /(^|\.)(language\w*|name|zh|chinese|brand)$|sample|example|placeholder|hint|alternate/i
  expect([...zh, ...en].filter(([, text]) => !text.trim()).map(([key]) => key)).toEqual([])
  expect(
    [...en].filter(([key, text]) => han.test(text.replaceAll('下一站', '')) && !other.test(key)).map(([key]) => key),
  ).toEqual([])
  const sentence = /\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b/
  const english = [...zh].filter(([key, text]) => sentence.test(text) && !han.test(text) && !other.test(key))
  expect(english.map(([key]) => key)).toEqual([])
})

/** Words between tags, before a closing tag or a value; words given to what people read or hear. */
const TEXT = [
  /(?<![=\-<])>\s*([^<>{}=;()]*\p{L}{2,}[^<>{}=;()]*)<\//gu,
  /\}\s*([^<>{}=;()\n]*\p{L}{2,}[^<>{}=;()\n]*)<\//gu,
  /\b(?:label|title|placeholder|alt|aria-label|aria-description|hint|submit|lead|summary|words|message)=(?:\{?['"`])([^'"`{}]*\p{L}{2,}[^'"`{}]*)['"`]/gu,
  /\{['"`]([A-Z][^'"`{}]* [^'"`{}]*)['"`]\}/g,
]
const isRoom = ({ path }: Source) => /^(app|components)\/.*\.tsx$/.test(path)

const spoken: Rule = (files) =>
  files
    .filter(isRoom)
    .flatMap((file) =>
      TEXT.flatMap((pattern) =>
        [...file.code.matchAll(pattern)]
          .filter(([, said = '']) => !/^[\s\w-]*(-url|https?:|mailto:)/.test(said))
          .map((found) => `${file.path}:${lineAt(file.text, found.index)} ${found[1]?.trim()}`),
      ),
    )

holds('no words stand in a component', spoken, {
  'app/a/page.tsx#text': 'const a = <p className="x">Register now</p>',
  'app/a/page.tsx#mixed': 'const a = <p>{count} seats left</p>',
  'app/a/page.tsx#label': 'const a = <input aria-label="Name" />',
  'app/a/page.tsx#value': "const a = <p>{'Thank you all'}</p>",
  'components/a.tsx#title': 'const a = <Field title={"Name"} />',
})

// Where the one zone is named that people call otherwise than the platform does; values lie below the words.
// The family names of invented people, who are the same in every language, stand with the draw.
const NAMES = [
  'lib/values/when.ts',
  'lib/draws/rules/plan.ts',
  'lib/sponsors/rules/import-cells.ts',
  'lib/sponsors/rules/import-rows.ts',
  // What reads the Chinese that people write must know it; it says nothing.
  'lib/sponsors/rules/amount.ts',
  'lib/sponsors/rules/chat.ts',
  'lib/sponsors/rules/chat-words.ts',
  'lib/prizes/rules/codes.ts',
]

holds(
  'no Chinese stands in code outside the words',
  (files) =>
    files
      .filter(({ path }) => /^(app|components|lib)\//.test(path) && !NAMES.includes(path))
      .flatMap((file) =>
        [...file.code.matchAll(/[^\n]*\p{Script=Han}[^\n]*/gu)].map(
          ([line]) => `${file.path}: ${line.trim().slice(0, 80)}`,
        ),
      ),
  { 'app/a/page.tsx': "const title = '报名'", 'lib/events/rules.ts': 'const a = `第一站`' },
)

/** Every code of ours that stands in a call of `refuse`. */
const refusedIn = (file: Source): string[] =>
  [...file.bare.matchAll(/\brefuse\(/g)].flatMap((found) => {
    const open = found.index + found[0].length - 1
    const given = file.code.slice(open, open + insideBrackets(file.bare, open).length + 2)
    return [...given.matchAll(/['"`]([a-z]+\.[a-z-]+)['"`]/g)].map(([, code]) => code ?? '')
  })

const missing = (keys: string[]) => keys.filter((key) => !zh.has(key) || !en.has(key))

holds(
  'every refusal has its words',
  (files) =>
    files
      .filter(({ path }) => path.startsWith('lib/'))
      .flatMap((file) => missing(refusedIn(file).map((code) => code.replace('.', '.refusals.')))),
  {
    'lib/program/rules.ts': "refuse('program.never-heard-of')",
    'lib/a.ts': "refuse(x ? 'form.not-found' : 'form.lost')",
  },
)

holds(
  'what an action says when it is done has its words',
  (files) =>
    files
      .filter(({ path }) => path.startsWith('app/'))
      .flatMap((file) => missing([...file.code.matchAll(/\bdone:\s*'([\w.-]+)'/g)].map(([, key]) => key ?? ''))),
  { 'app/a/actions.ts': "organizerAction({ done: 'program.unheard' })" },
)

const CODES = /(?:,\s*|\b(?:error|message):\s*|[?:]\s*)'([a-z]+(?:-[a-z]+)*)'\s*(?:\)|\}\)|, params)/g

holds(
  'every way in which a field can be wrong has its words',
  (files) =>
    files
      .filter(({ path }) => path === 'lib/values/fields.ts' || /^lib\/\w+\/schema(\/|\.ts)/.test(path))
      .flatMap((file) => missing([...file.code.matchAll(CODES)].map(([, code]) => `form.fields.${code}`))),
  {
    'lib/program/schema.ts#refine': "line().refine(isOdd, 'not-odd')",
    'lib/program/schema.ts#error': "z.enum(kinds, { error: 'not-odd' })",
  },
)

test('the ways in which a field can be wrong were found', () => {
  const fields = allSources().find(({ path }) => path === 'lib/values/fields.ts')
  const found = [...(fields?.code ?? '').matchAll(CODES)].map(([, code]) => code)
  expect(found).toEqual(expect.arrayContaining(['empty', 'too-long', 'not-an-email', 'not-a-choice', 'too-big']))
})
