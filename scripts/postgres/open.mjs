import { fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Halt } from '../machine/halt.mjs'

/**
 * Brings up the PostgreSQL of a data folder (or joins the one that runs) and keeps it until `close`, or until this
 * process ends in whatever way. Answers { url, close }; the URL holds the password. Refuses with a Halt.
 */
export async function openPostgres(dir, database = 'app') {
  mkdirSync(dir, { recursive: true })
  const program = fileURLToPath(new URL('./keeper.mjs', import.meta.url))
  const keeper = fork(program, [dir, database], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const gone = new Promise((done) => keeper.once('exit', done))
  const answer = await Promise.race([
    new Promise((done) => keeper.once('message', done)),
    gone.then(() => ({ refused: 'The keeper of the database ended without a word.' })),
  ])
  if (answer.refused) throw new Halt(answer.refused, { details: answer.details })
  keeper.unref()
  keeper.channel.unref()
  const close = async () => {
    keeper.ref()
    if (keeper.connected) keeper.disconnect()
    if (keeper.exitCode === null && keeper.signalCode === null) await gone
  }
  return { url: answer.url, close }
}
