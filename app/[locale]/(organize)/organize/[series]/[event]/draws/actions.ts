'use server'

import { publishBallot as ballot } from '@/lib/draws/commands/ballot'
import { voidNow as giveUp, drawNow as reveal } from '@/lib/draws/commands/bring'
import { claimUnit, passOver } from '@/lib/draws/commands/claim'
import { armDraws as arm, enterThrow as enter } from '@/lib/draws/commands/draw'
import { lockHat as lock } from '@/lib/draws/commands/hat'
import { showNote as show } from '@/lib/draws/commands/note'
import { closeSession as close, publishPlan as publish } from '@/lib/draws/commands/plan'
import {
  armSchema,
  ballotSchema,
  closeSchema,
  comeForwardSchema,
  lockSchema,
  noteSchema,
  planSchema,
  revealSchema,
  throwSchema,
  voidSchema,
} from '@/lib/draws/schema'
import { organizerAction } from '@/lib/web/action'

export const publishPlan = organizerAction({
  may: 'stage.run',
  input: planSchema,
  done: 'draws.planned',
  run: async (scope, input, once) => ({ subject: await publish(scope, input, once) }),
})

export const publishBallot = organizerAction({
  may: 'stage.run',
  input: ballotSchema,
  done: 'draws.planned',
  run: async (scope, input, once) => ({ subject: await ballot(scope, input, once) }),
})

export const lockHat = organizerAction({
  may: 'stage.run',
  input: lockSchema,
  done: 'draws.lockedDone',
  run: async (scope, input) => void (await lock(scope, input)),
})

export const armDraws = organizerAction({
  may: 'stage.run',
  input: armSchema,
  done: 'draws.armedDone',
  run: async (scope, input) => void (await arm(scope, input)),
})

export const enterThrow = organizerAction({
  may: 'stage.run',
  input: throwSchema,
  done: 'draws.thrownDone',
  run: async (scope, input) => void (await enter(scope, input)),
})

export const revealDraw = organizerAction({
  may: 'stage.run',
  input: revealSchema,
  done: 'draws.drawnDone',
  run: async (scope, input) => void (await reveal(scope, input)),
})

export const claimPrize = organizerAction({
  may: 'stage.run',
  input: comeForwardSchema,
  done: 'draws.claimedDone',
  run: async (scope, input) => void (await claimUnit(scope, input)),
})

export const passOverAbsent = organizerAction({
  may: 'stage.run',
  input: comeForwardSchema,
  done: 'draws.absentDone',
  run: async (scope, input) => void (await passOver(scope, input)),
})

export const voidDraw = organizerAction({
  may: 'stage.run',
  input: voidSchema,
  done: 'draws.voidDone',
  run: async (scope, input) => void (await giveUp(scope, input)),
})

export const closeSession = organizerAction({
  may: 'stage.run',
  input: closeSchema,
  done: 'draws.closedDone',
  run: async (scope, input) => void (await close(scope, input)),
})

export const showNote = organizerAction({
  may: 'stage.run',
  input: noteSchema,
  done: 'draws.noteShown',
  run: async (scope, input) => void (await show(scope, input)),
})
