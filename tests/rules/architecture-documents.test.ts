import { readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { ROOT } from '../../scripts/machine/places.mjs'
import { allSources, importsOf, isThere, pathsUnder, readText } from '../support/sources'
import { expect, test } from '../support/test'

const CITED =
  /(?:`|\]\()((?:app|components|lib|prisma|scripts|tests|docs|public|\.ci)\/[^\s`)<>*…]+|[A-Z]+(?:\.zh)?\.md|LICENSE)(?:`|\))/g

/** The paths of the project that a text cites, without line numbers and anchors. */
const cited = (text: string): string[] =>
  [...text.matchAll(CITED)].map(([, path = '']) => path.replace(/[#:].*$/, '').replace(/\/$/, ''))

const documents = () =>
  [...readdirSync(ROOT), ...pathsUnder('docs'), ...pathsUnder('lib')].filter((path) => path.endsWith('.md'))

test('every path that a document cites is there', () => {
  expect(cited('see `lib/nowhere/at-all.ts` and [this](docs/lost.md)')).toEqual([
    'lib/nowhere/at-all.ts',
    'docs/lost.md',
  ])
  expect(isThere('lib/nowhere/at-all.ts')).toBe(false)
  const broken = documents().flatMap((document) =>
    cited(readText(document))
      .filter((path) => !isThere(path))
      .map((path) => `${document} cites ${path}`),
  )
  expect(broken).toEqual([])
})

test('every command that a document names is there, and each is in some document', () => {
  const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> }
  const text = documents().map(readText).join('\n')
  const named = [...text.matchAll(/\bnpm run ([a-z:]+[a-z])|`((?:figures|draw):[a-z]+)`/g)].map(
    ([, run, bare]) => run ?? bare,
  )
  const known = new Set([...named, ...[...text.matchAll(/\bnpm (start|test)\b/g)].map(([, name]) => name)])
  expect([...known].toSorted()).toEqual(Object.keys(scripts).toSorted())
})

const PRODUCT = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests']
type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>

test('every dependency has its reason, and every reason its dependency', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readText('package.json')) as Manifest
  const used = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const reasons = [...readText('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| (.{8,}) \|$/gm)].map(
    ([, name]) => name,
  )
  expect(reasons.toSorted()).toEqual(used.toSorted())
})

test('versions are exact, and nothing is imported that package.json does not name', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readText('package.json')) as Manifest
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies }
  expect(Object.entries(all).filter(([, version]) => !/^\d/.test(version))).toEqual([])
  const unnamed = allSources().flatMap((file) =>
    importsOf(file)
      .filter(({ from, typeOnly }) => !typeOnly && /^[@a-z]/.test(from) && !/[.]\w+$/.test(from))
      .map(({ from }) =>
        from
          .split('/')
          .slice(0, from.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      .filter((name) => !(name in all) && !isBuiltin(name) && !PRODUCT.includes(name))
      .map((name) => `${file.path} imports ${name}`),
  )
  expect(unnamed).toEqual([])
})
