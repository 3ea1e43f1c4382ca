import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Halt } from './halt.mjs'
import { identity, lives } from './processes.mjs'

/*
 * A lock that outlives `kill -9`. Removing a dead owner's file is where such locks go wrong: between looking and
 * removing, another process may have taken it. So nobody removes: whoever finds the highest number free or its owner
 * dead takes the next number, which the file system gives to exactly one. The highest number is never deleted.
 */
const turns = (dir, name) =>
  readdirSync(dir)
    .filter((file) => file.startsWith(`${name}.`) && /\.\d+$/.test(file))
    .map((file) => Number(file.slice(name.length + 1)))
    .sort((a, b) => b - a)

const ownerOf = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function take(dir, name) {
  const [last = 0] = turns(dir, name)
  if (last && lives(ownerOf(join(dir, `${name}.${last}`)))) return null
  const mine = join(dir, `${name}.${last + 1}`)
  const draft = join(dir, `draft-${process.pid}-${Math.random().toString(36).slice(2)}`)
  writeFileSync(draft, identity())
  try {
    linkSync(draft, mine)
  } catch (error) {
    if (error.code === 'EEXIST') return null
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
  if (turns(dir, name)[0] > last + 1) {
    rmSync(mine, { force: true })
    return null
  }
  for (const older of turns(dir, name).slice(1)) rmSync(join(dir, `${name}.${older}`), { force: true })
  return mine
}

/**
 * Runs `work` while no other process on this machine holds the same name in the same folder.
 * `waiting` is called once when another holds it; refuses after `patience` milliseconds.
 */
export async function withLock(folder, name, work, { patience = 15 * 60_000, waiting = () => {} } = {}) {
  const dir = join(folder, 'locks')
  try {
    mkdirSync(dir, { recursive: true })
  } catch (error) {
    throw new Halt(`Can't write to ${folder} (${error.code}). Make it writable for this user.`)
  }
  const until = Date.now() + patience
  let mine = take(dir, name)
  if (!mine) waiting()
  while (!mine) {
    if (Date.now() > until)
      throw new Halt(
        `Another process has held "${name}" for ${Math.round(patience / 1000)} seconds. Stop it, then try again.`,
      )
    await sleep(50)
    mine = take(dir, name)
  }
  try {
    return await work()
  } finally {
    writeFileSync(mine, 'free')
  }
}
