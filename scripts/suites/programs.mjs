import { buildApp } from '../app/build.mjs'
import { programOf } from '../machine/packages.mjs'
import { run } from '../machine/steps.mjs'

const node = (log, failure, args) => run(process.execPath, args, { log, failure })

/** Format and lint of every file, as biome.json asks. */
export const format = () =>
  node('format', 'The format is not as agreed: npm run format.', [
    programOf('@biomejs/biome', 'biome'),
    'check',
    '--error-on-warnings',
    '.',
  ])

/** The types of the whole project, after Next has written those of the routes. */
export async function types() {
  await node('typegen', 'The types of the routes could not be written.', [programOf('next'), 'typegen'])
  await node('types', 'The types do not fit.', [programOf('typescript', 'tsc'), '--noEmit', '--incremental', 'false'])
}

/** The production build. */
export const build = () => buildApp()
