import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { textOf } from '../machine/files.mjs'
import { dataDir, inRoot } from '../machine/places.mjs'
import { prove } from './prove.mjs'

/**
 * Runs the database tests with every command's transaction broken off at its first call, its second, and so on, before
 * it may succeed; after each, all tables must be as before. What tests say of statements and time means nothing then: only
 * what was left behind counts, and which commands no test ever calls. Answers the exit code.
 */
export async function breakEveryCommand(options) {
  const file = join(dataDir(), 'logs', 'every-command.jsonl')
  mkdirSync(join(dataDir(), 'logs'), { recursive: true })
  rmSync(file, { force: true })
  process.env.EVERY_COMMAND = file
  process.env.EVERY_COMMAND_PRELOAD = pathToFileURL(inRoot('tests/model/install.mjs')).href
  await prove({ only: 'database', options: ['--workers=1', '--timeout=240000', ...options] })
  const lines = (textOf(file) ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const left = lines.filter((line) => line.left)
  const tried = lines.filter((line) => line.calls)
  const functions = new Set(tried.flatMap(({ command }) => command.split(' ')))
  const calls = tried.reduce((sum, line) => sum + line.calls, 0)
  for (const { command, call, left: what } of left) console.log(`✗ ${command}, call ${call}, left ${what}`)
  const all = commands()
  const missed = all.filter((name) => !functions.has(name))
  console.log(
    `${all.length - missed.length} of ${all.length} commands in ${tried.length} transactions broken off at ${calls} calls.`,
  )
  console.log(`${left.length} left something behind. Never in a transaction of a test: ${missed.join(', ') || 'none'}`)
  return left.length ? 1 : 0
}

/** Every exported function of a commands file that is no step of somebody's transaction. */
function commands() {
  const files = readdirSync(inRoot('lib'), { recursive: true, encoding: 'utf8' })
    .map((path) => `lib/${path.split(sep).join('/')}`)
    .filter((path) => /^lib\/\w+\/commands(\/[\w-]+)?\.ts$/.test(path))
  return files.flatMap((path) =>
    [
      ...(textOf(inRoot(path)) ?? '').matchAll(
        /^export (?:async )?(?:function|const) (\w+)(?: = (?:async )?)?(?:<[^(]*>)?\(\s*(\w+)/gm,
      ),
    ]
      .filter(([, , first]) => first !== 'tx')
      .map(([, name]) => `${path.replace('.ts', '')}:${name}`),
  )
}
