import { spawnSync } from 'node:child_process'
import { expect, test } from '../support/test'

// npm run faults -- --long asks for twenty cycles and two thousand cuts; here a few keep the harness itself under test.
test('app and database killed while people register, connections cut: nothing acknowledged is lost, and the control loses', () => {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/faults.mjs', '--brief'], {
    encoding: 'utf8',
    timeout: 240_000,
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  expect(stdout).toMatch(/✓ connection cut 60 times: 0 mismatches/)
  expect(stdout).toMatch(/✓ killed in turn: [1-9]\d* acknowledged.* 0 lost, 0 changed, 0 twice/)
  expect(stdout).toMatch(/✓ control, synchronous_commit=off: [1-9]\d* of/)
  expect(status).toBe(0)
})
