import { Halt } from '../machine/halt.mjs'
import { run } from '../machine/steps.mjs'

/**
 * Makes sure that there is an owner, and on the built-in database the demo tour (`seed`). Answers the paths of the
 * one-time sign-in, and of the stage or null.
 */
export async function firstRun(env, { seed }) {
  const out = await run(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'prisma/first-run.ts'], {
    log: 'first-run',
    secret: true,
    env: { ...env, NODE_OPTIONS: '', SEED_DEMO: seed ? '1' : '' },
    failure: 'The first organiser could not be made ready.',
  })
  try {
    const { signIn, stage } = JSON.parse(out.trim().split('\n').at(-1))
    return { signIn, stage }
  } catch {
    throw new Halt('prisma/first-run.ts did not end with the links.')
  }
}
