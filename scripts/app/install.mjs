import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { alone } from '../machine/alone.mjs'
import { textOf } from '../machine/files.mjs'
import { inRoot, ROOT } from '../machine/places.mjs'
import { run, step } from '../machine/steps.mjs'

const stamp = () => inRoot('node_modules/.installed-from')
// npm writes this list last and takes it away first, so its presence says that an installation came to its end.
const listed = () => inRoot('node_modules/.package-lock.json')
const wanted = () =>
  createHash('sha256')
    .update(`${process.platform}-${process.arch}\n`)
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex')

/** Somebody may have run npm themselves: what is there counts when every package of the lock has its version. */
function listFits() {
  const here = JSON.parse(textOf(listed()) ?? 'null')?.packages
  if (!here) return false
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'))
  return Object.entries(packages).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true
    if (!here[path]) return Boolean(optional)
    return here[path].version === version && existsSync(inRoot(path, 'package.json'))
  })
}

function installed() {
  if (textOf(stamp()) === wanted()) return true
  if (!listFits()) return false
  writeFileSync(stamp(), wanted())
  return true
}

/** npm as a program for Node, so that it ends with us: the one that runs this command, or the one beside this Node. */
function npmProgram() {
  const beside = join(
    dirname(process.execPath),
    process.platform === 'win32' ? '.' : '../lib',
    'node_modules/npm/bin/npm-cli.js',
  )
  return [process.env.npm_execpath, beside].find((path) => path?.endsWith('.js') && existsSync(path))
}

async function install() {
  for (const sign of [stamp(), listed()]) rmSync(sign, { force: true })
  const args = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']
  const npm = npmProgram()
  const [program, rest] = npm ? [process.execPath, [npm, ...args]] : ['npm', args]
  await run(program, rest, {
    log: 'install',
    cwd: ROOT,
    failure: 'The packages could not be installed. Is the network there, and the npm registry in reach?',
  })
  writeFileSync(stamp(), wanted())
}

/** Installs the packages of package-lock.json unless they are there. */
export async function installPackages() {
  if (installed()) return
  await alone('install', async () => {
    if (!installed()) await step('Installing the packages', install)
  })
}
