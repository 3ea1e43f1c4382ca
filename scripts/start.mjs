// npm start, npm run dev: from a fresh clone to a running site with one command.
import { checkNode } from './machine/node-version.mjs'

checkNode(process.versions.node)
const { command } = await import('./machine/lifetime.mjs')
const { start } = await import('./app/start.mjs')
await command(() => start({ dev: process.argv.includes('--dev') }))
