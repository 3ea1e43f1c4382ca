import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { Halt } from '../machine/halt.mjs'
import { identity, lives } from '../machine/processes.mjs'
import { unprivileged } from './user.mjs'

const DRAFT = 'postgres-new-'

function finish(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) =>
      code === 0 ? done() : fail(new Halt('The database folder could not be made.', { details: said })),
    )
  })
}

function clearDrafts(dir) {
  for (const name of readdirSync(dir)) {
    if (!name.startsWith(DRAFT)) continue
    const maker = Buffer.from(name.slice(DRAFT.length), 'hex').toString()
    if (!lives(maker)) rmSync(join(dir, name), { recursive: true, force: true })
  }
}

function passwordFile(password, as) {
  const folder = mkdtempSync(join(os.tmpdir(), 'next-stop-'))
  const file = join(folder, 'password')
  writeFileSync(file, password, { mode: 0o600 })
  if (as.uid) {
    chmodSync(folder, 0o711)
    chownSync(file, as.uid, as.gid)
  }
  return { folder, file }
}

/** Must not be plain C: trigrams would then drop every Chinese character. */
function characterType() {
  const known = new Set(spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout?.split('\n') ?? [])
  return ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'].find((name) => known.has(name)) ?? 'C.UTF-8'
}

/**
 * Makes the data folder of a new cluster beside its final name and renames it when it is whole, so that an end in the
 * middle leaves nothing that looks like a database.
 */
export async function initialise({ dir, data, user, password, initdb }) {
  clearDrafts(dir)
  const as = unprivileged(dir, data)
  const draft = join(dir, DRAFT + Buffer.from(identity()).toString('hex'))
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  if (as.uid) chownSync(draft, as.uid, as.gid)
  const secret = passwordFile(password, as)
  const args = ['-D', draft, '-U', user, '--pwfile', secret.file, '--auth=scram-sha-256', '--encoding=UTF8']
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions')
  if (process.platform !== 'win32') args.push(`--lc-ctype=${characterType()}`)
  try {
    await finish(...as.wrap(initdb, args))
  } finally {
    rmSync(secret.folder, { recursive: true, force: true })
  }
  renameSync(draft, data)
}
