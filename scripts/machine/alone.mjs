import { withLock } from './lock.mjs'
import { workshop } from './places.mjs'
import { say } from './steps.mjs'

/** Changes the project itself (packages, client, build) while no other command does the same; says when it waits. */
export const alone = (name, work) =>
  withLock(workshop(), name, work, { waiting: () => say('Another command is busy with the same; waiting for it.') })
