// npm test: everything. npm test -- database -g "some words": one kind of test, with options for Playwright Test.
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command } = await import('./machine/lifetime.mjs')
const { prove } = await import('./suites/prove.mjs')

const [first, ...rest] = process.argv.slice(2)
await command(() => prove({ only: first, options: rest }))
