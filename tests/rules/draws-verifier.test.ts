import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import type { Bundle } from '@/lib/draws/rules/record'
import { checkBundle, verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { personIn } from '@/lib/draws/rules/verify/person'
import { compareSeen } from '@/lib/draws/rules/verify/seen'
import { hashedLines, shellScript } from '@/lib/draws/rules/verify/shell'
import { verifierFiles } from '../../scripts/draw-verifier.mjs'
import { inRoot } from '../../scripts/machine/places.mjs'
import { forgeriesOf } from '../support/draw-tampering'
import { has, secondVerifier } from '../support/second-verifier'
import { expect, test } from '../support/test'

function logOf(v: Pick<Bundle, 'log'>) {
  return v.log.map(({ hash, rec }) => ({ hash, rec }))
}
const kept = (name: string) => readFileSync(inRoot(`public/verify/${name}`), 'utf8')
const { vectors } = JSON.parse(readFileSync(new URL('./vectors/vectors.json', import.meta.url), 'utf8'))
const [, room] = vectors
const bundle = {
  protocol: 'hat/1',
  plan: room.plan,
  list: room.list,
  log: logOf(room),
  head: room.head,
}

test('the checking page is what the code makes, one file, small, and asks nobody for anything', async () => {
  for (const [name, text] of Object.entries(await verifierFiles())) {
    expect(kept(name) === text, `${name} is stale: npm run draw:verifier`).toBe(true)
  }
  const page = kept('hat1.html')
  expect(Buffer.byteLength(page)).toBeLessThan(120 * 1024)
  expect(page).toContain("default-src 'none'")
  expect(page).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|<link|\bsrc=|https?:\/\/(?!github\.com)/)
})

test('the checking page follows a true session and refuses a changed one, without any help of a browser', () => {
  const code = /<script>([\s\S]*?)<\/script>/.exec(kept('hat1.html'))?.[1] ?? ''
  const check = (given: object) =>
    runInNewContext(`${code};JSON.stringify(hat1.verifyBundle(JSON.parse(given)))`, {
      given: JSON.stringify(given),
      TextEncoder,
      TextDecoder,
    }) as string
  expect(JSON.parse(check(bundle))).toMatchObject({ follows: true, people: 200 })
  expect(JSON.parse(check({ ...bundle, list: bundle.list.slice(1) }))).toMatchObject({ follows: false })
})

test('the command says yes, no, or that it cannot read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hat1-'))
  const verify = (text: string) => {
    const file = join(folder, 'bundle.json')
    writeFileSync(file, text)
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', inRoot('scripts/draw-verify.ts'), file],
      { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
    )
    return { status, lines: `${stdout}${stderr}`.trim().split('\n').length }
  }
  expect(verify(JSON.stringify(bundle))).toEqual({ status: 0, lines: 1 })
  expect(verify(JSON.stringify({ ...bundle, head: '0'.repeat(64) }))).toEqual({ status: 1, lines: 1 })
  expect(verify('{')).toEqual({ status: 2, lines: 1 })
})

test('every line of the script computes what stands beside it', () => {
  test.skip(!has('openssl') || !has('sha256sum'), 'sha256sum and openssl are needed')
  const { session } = checkBundle(bundle)
  if (!session) throw new Error('the bundle does not follow')
  const lines = hashedLines(bundle as Bundle, session)
  const few = lines.filter(({ what }, at) => !/^(leaf|node|link)/.test(what) || at % 25 === 0)
  const run = spawnSync('sh', { input: shellScript(few), encoding: 'utf8' })
  const said = run.stdout.trim().split('\n')
  expect(said).toHaveLength(few.length)
  expect(said.filter((line) => !line.startsWith('ok  '))).toEqual([])
  const broken = shellScript([{ ...(few[0] as (typeof few)[number]), hash: '0'.repeat(64) }])
  expect(spawnSync('sh', { input: broken, encoding: 'utf8' }).stdout).toMatch(/^NOT /)
})

test('the verifier in another language agrees on what follows and on every forgery', () => {
  test.skip(!has('python3'), 'python3 is not here: the second verifier was not asked')
  const vectorsToo = vectors.map((v: typeof room) => ({
    ...bundle,
    plan: v.plan,
    list: v.list,
    head: v.head,
    log: logOf(v),
  }))
  const forgeries = forgeriesOf(bundle as Bundle)
  const answers = secondVerifier([...vectorsToo, ...forgeries.map((forged) => forged.bundle)])
  expect(answers.slice(0, 2).map(({ code }) => code)).toEqual([0, 0])
  for (const [at, { what, because, bundle: forged }] of forgeries.entries()) {
    const verdict = verifyBundle(forged)
    expect(verdict, what).toMatchObject({ follows: false, reason: expect.stringMatching(because) })
    expect(answers[at + 2], what).toMatchObject({ code: 1, said: expect.stringMatching(because) })
  }
})

test('a person is found with their place in every draw, and a phone notices a replaced record', () => {
  const { session } = checkBundle(bundle)
  if (!session) throw new Error('the bundle does not follow')
  const id = room.inclusion.entry_id
  expect(personIn(session, id)).toMatchObject({ index: room.inclusion.index, path: room.inclusion.path, proved: true })
  const winner = bundle.log.flatMap(({ rec }) => (rec.type === 'claim' ? [rec.entry] : []))[0] ?? ''
  const won = personIn(session, winner)?.standings.find(({ status }) => status === 'won')
  expect(won?.rank).toBe(1)
  expect(personIn(session, '0'.repeat(64))).toBeNull()
  const seen = bundle.log.map(({ hash }, i) => ({ i, hash }))
  expect(new Set(compareSeen(bundle.log, seen).map(({ still }) => still))).toEqual(new Set(['same']))
  const replaced = bundle.log.map((line, i) => (i === 2 ? { ...line, hash: '0'.repeat(64) } : line))
  expect(compareSeen(replaced, seen)[2]?.still).toBe('changed')
  expect(compareSeen(bundle.log.slice(0, 5), seen).at(-1)?.still).toBe('gone')
})

test('every way in which a record can fail to follow is said in Chinese too', () => {
  const said = Object.keys(JSON.parse(readFileSync(inRoot('scripts/verifier/reasons.zh.json'), 'utf8')))
  const verifying = readdirSync(inRoot('lib/draws/rules/verify')).map((name) => `lib/draws/rules/verify/${name}`)
  const sources = [...verifying, 'lib/draws/rules/canonical.ts'].map((path) => readFileSync(inRoot(path), 'utf8'))
  const sentence = /(?:hold|fail|NotCanonical)\((?:[^;{}]*?)(['"`])((?:\$\{[\w.]+\} )?[a-z][^'`\n]* [^`\n]*?)\1,?\s*\)/g
  const sentences = sources.flatMap((text) => [...text.matchAll(sentence)].map(([, , words = '']) => words))
  expect(sentences.length).toBeGreaterThan(60)
  expect(
    sentences.map((words) => words.replace(/^\$\{[\w.]+\} /, '')).filter((words) => !said.includes(words)),
  ).toEqual([])
})
