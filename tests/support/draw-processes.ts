import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { FROM_INPUT, inOnePiece } from '../../scripts/app/in-one-piece.mjs'
import { inRoot } from '../../scripts/machine/places.mjs'

type Child = ChildProcessByStdio<Writable, Readable, null>

let program: Promise<string> | undefined

/** Another process takes one step of an event's evening, or of its ballot; see draw-evening.ts. */
export async function stepElsewhere(
  eventId: string,
  personId: string,
  what: 'prizes' | 'seats' = 'prizes',
): Promise<Child> {
  program ??= inOnePiece('tests/support/draw-evening.ts')
  const text = await program
  const child = spawn(process.execPath, [...FROM_INPUT, eventId, personId, what], {
    cwd: inRoot(),
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  child.stdin.end(text)
  return child
}

/** Ends a process without a word of warning, and waits until it is gone. */
export function killed(child: Child): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
