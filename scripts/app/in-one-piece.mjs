import { inRoot } from '../machine/places.mjs'

/** Arguments for Node that run the text of such a program from the standard input. */
export const FROM_INPUT = ['--conditions=react-server', '--input-type=module', '-']

/**
 * A program of ours as one text, for FROM_INPUT: its two hundred files read one by one take three times as long as all
 * the rest of it. What `known` says of its environment holds already here, and leaves out what then is never reached.
 */
export async function inOnePiece(file, known = {}) {
  // Not there before the packages are.
  const { build } = await import('esbuild')
  const options = { bundle: true, conditions: ['react-server'], format: 'esm', packages: 'external', platform: 'node' }
  const define = Object.fromEntries(Object.entries(known).map(([name, said]) => [`process.env.${name}`, `"${said}"`]))
  const { outputFiles } = await build({
    ...options,
    define,
    entryPoints: [inRoot(file)],
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0].text
}
