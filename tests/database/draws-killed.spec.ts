import { spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { inRoot } from '../../scripts/machine/places.mjs'
import { aRaffle, goOn, locked } from '../support/draws'

/** Another process goes on with the evening and is killed as soon as it says that it wrote `steps` records. */
function goOnAndDie(eventId: string, personId: string, steps: number): Promise<void> {
  const program = inRoot('tests/support/draw-evening.ts')
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', program, eventId, personId], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
    if (said.split('\n').length > steps) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.on('exit', () => resolve()))
}

test('a process killed between any two records resumes to the same result', async () => {
  test.setTimeout(120_000)
  const { event, scope } = await aRaffle({
    people: 30,
    prizes: [
      ['抱枕', 2],
      ['扑克牌', 1, '乙'],
    ],
  })
  const { id } = await locked(scope)
  const before = await exportBundle(scope, id)
  for (const steps of [1, 1, 2, 3]) await goOnAndDie(event.id, scope.actorId, steps)
  const midway = await exportBundle(scope, id)
  expect(midway?.log.length).toBeGreaterThan((before?.log.length ?? 0) + 3)
  while (await goOn(scope));
  const bundle = await exportBundle(scope, id)
  expect(verifyBundle(bundle)).toMatchObject({ follows: true, draws: 2, claims: 3 })
  expect(bundle?.log.slice(0, midway?.log.length)).toEqual(midway?.log)
})
