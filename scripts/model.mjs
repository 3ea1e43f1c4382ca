// npm run model: what people do to a stop at once, against the rules, and every command broken off at every call, in brief.
// --long: 60,000 operations, every seeded mistake; --operations N, --minutes N at most; --seed and --path play a difference again.
// --commands: the database tests with each command of every part broken off at every call (words after it choose tests).
import { parseArgs } from 'node:util'
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command } = await import('./machine/lifetime.mjs')
const { prove } = await import('./suites/prove.mjs')

const text = { type: 'string' }
const flag = { type: 'boolean' }
const options = { long: flag, commands: flag, operations: text, minutes: text, seed: text, path: text }
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const operations = values.operations ?? (values.long ? '60000' : undefined)
if (operations) process.env.MODEL_OPERATIONS = operations
if (values.minutes) process.env.MODEL_MINUTES = values.minutes
if (values.seed) process.env.MODEL_SEED = values.seed
if (values.path) process.env.MODEL_PATH = values.path

await command(async () => {
  if (values.commands) return (await import('./suites/every-command.mjs')).breakEveryCommand(positionals)
  return prove({ only: 'database', options: ['tests/database/model.spec.ts', 'tests/database/every-call.spec.ts'] })
})
