import { randomBytes } from 'node:crypto'

let pool = randomBytes(0)
let used = 0

/**
 * Random bytes that nobody can foretell, each handed out once. Taken from the system by the thousand: asked for one by
 * one, the asking costs more than all that is done with them.
 */
export function freshBytes(count: number): Buffer {
  if (used + count > pool.length) {
    pool = randomBytes(Math.max(8_192, count))
    used = 0
  }
  used += count
  return pool.subarray(used - count, used)
}
