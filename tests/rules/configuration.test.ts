import { readdirSync, readFileSync } from 'node:fs'
import { inRoot } from '../../scripts/machine/places.mjs'
import { expect, test } from '../support/test'

// Given by the machine, npm or the test run itself, not by people.
const NOT_OURS = [
  'NODE_ENV',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'CI',
  'HOME',
  'LD_LIBRARY_PATH',
  'AWS_LAMBDA_JS_RUNTIME',
]

const text = (path: string) => readFileSync(inRoot(path), 'utf8')
const namesIn = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map((match) => match[1] ?? '')

function read(): Set<string> {
  const scripts = readdirSync(inRoot('scripts'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.mjs'),
  )
  // What a script only sets is told to its own tests.
  const reads = /process\.env\.([A-Z][A-Z_]+)\b(?!\s*=[^=])/g
  const inScripts = scripts.flatMap((file) => namesIn(text(`scripts/${file}`), reads))
  const inApp = namesIn(text('lib/config.ts'), /^ {2}([A-Z][A-Z_]+):/gm)
  return new Set([...inScripts, ...inApp].filter((name) => !NOT_OURS.includes(name)))
}

test('.env.example explains every variable that is read, and none besides', () => {
  const explained = namesIn(text('.env.example'), /^# ?([A-Z][A-Z_]+)=/gm)
  expect(explained.sort()).toEqual([...read(), ...['CHROMIUM_PATH'].filter((name) => !read().has(name))].sort())
})
