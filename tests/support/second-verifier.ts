import { spawnSync } from 'node:child_process'
import { inRoot } from '../../scripts/machine/places.mjs'

/** Is this program on the machine? */
export const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

/** What the verifier in Python, written from the protocol's text alone, says of each bundle. */
export function secondVerifier(bundles: readonly unknown[]): { code: number; said: string }[] {
  const { stdout } = spawnSync('python3', [inRoot('tests/support/hat1.py'), '--lines'], {
    input: `${bundles.map((bundle) => JSON.stringify(bundle)).join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return stdout
    .trim()
    .split('\n')
    .map((line) => ({ code: Number(line.slice(0, 1)), said: line.slice(2) }))
}
