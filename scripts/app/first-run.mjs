import { Halt } from '../machine/halt.mjs'
import { run } from '../machine/steps.mjs'
import { FROM_INPUT, inOnePiece } from './in-one-piece.mjs'

const failure = 'The first organiser could not be made ready.'

/**
 * Makes sure that there is an owner, and on the built-in database the demo tour (`seed`). Answers the paths of the
 * one-time sign-in, and of the stage or null.
 */
export async function firstRun(env, { seed }) {
  const input = await inOnePiece('prisma/first-run.ts', { SEED_DEMO: seed ? '1' : '' }).catch(({ message }) => {
    throw new Halt(failure, { details: message })
  })
  const out = await run(process.execPath, FROM_INPUT, {
    input,
    log: 'first-run',
    secret: true,
    env: { ...env, NODE_OPTIONS: '' },
    failure,
  })
  try {
    const { signIn, stage } = JSON.parse(out.trim().split('\n').at(-1))
    return { signIn, stage }
  } catch {
    throw new Halt('prisma/first-run.ts did not end with the links.')
  }
}
