import { Halt } from '../machine/halt.mjs'
import { inRoot } from '../machine/places.mjs'
import { run } from '../machine/steps.mjs'

const failure = 'The first organiser could not be made ready.'

/** The program in one piece: its two hundred files read one by one take three times as long as all the rest of it. */
async function program() {
  // Not there before the packages are.
  const { build } = await import('esbuild')
  const options = { bundle: true, conditions: ['react-server'], format: 'esm', packages: 'external', platform: 'node' }
  const made = build({ ...options, entryPoints: [inRoot('prisma/first-run.ts')], write: false, logLevel: 'silent' })
  const { outputFiles } = await made.catch(({ message }) => {
    throw new Halt(failure, { details: message })
  })
  return outputFiles[0].text
}

/**
 * Makes sure that there is an owner, and on the built-in database the demo tour (`seed`). Answers the paths of the
 * one-time sign-in, and of the stage or null.
 */
export async function firstRun(env, { seed }) {
  const out = await run(process.execPath, ['--conditions=react-server', '--input-type=module'], {
    input: await program(),
    log: 'first-run',
    secret: true,
    env: { ...env, NODE_OPTIONS: '', SEED_DEMO: seed ? '1' : '' },
    failure,
  })
  try {
    const { signIn, stage } = JSON.parse(out.trim().split('\n').at(-1))
    return { signIn, stage }
  } catch {
    throw new Halt('prisma/first-run.ts did not end with the links.')
  }
}
