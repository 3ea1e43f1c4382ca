import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { inRoot } from '../../scripts/machine/places.mjs'

type Child = ChildProcessByStdio<null, Readable, null>

/** Another process takes one step of an event's evening, or of its ballot; see draw-evening.ts. */
export function stepElsewhere(eventId: string, personId: string, what: 'prizes' | 'seats' = 'prizes'): Child {
  const program = inRoot('tests/support/draw-evening.ts')
  const around = ['--conditions=react-server', '--import', 'tsx']
  return spawn(process.execPath, [...around, program, eventId, personId, what], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
}

/** Ends a process without a word of warning, and waits until it is gone. */
export function killed(child: Child): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
