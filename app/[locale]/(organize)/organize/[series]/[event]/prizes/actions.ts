'use server'

import { findTyped } from '@/lib/checkin/commands'
import {
  askAddress as ask,
  keepHandOverPhoto as keepPhoto,
  takeBackWin as takeBack,
} from '@/lib/draws/commands/handover'
import { findWinnerSchema, handOverPhotoSchema, takeBackSchema, winSchema } from '@/lib/draws/schema'
import { pictureSent } from '@/lib/media/uploads/keep'
import { handOver, takeBackHandOver as undoHandOver } from '@/lib/prizes/commands/units'
import { handOverSchema, unitSchema } from '@/lib/prizes/schema/units'
import { refuse } from '@/lib/values/refusal'
import { organizerAction } from '@/lib/web/action'

export const findWinner = organizerAction({
  may: 'checkin.run',
  input: findWinnerSchema,
  run: async (scope, { typed }) => {
    const ticket = (await findTyped(scope, typed)) ?? refuse('hat.no-such-ticket', { field: 'typed' })
    return { goTo: `/organize/${scope.seriesSlug}/${scope.eventSlug}/prizes?ticket=${ticket}` }
  },
})

export const handOverPrize = organizerAction({
  may: 'checkin.run',
  input: handOverSchema,
  done: 'hat.over.handDone',
  run: async (scope, input) => void (await handOver(scope, input)),
})

export const takeBackHandOver = organizerAction({
  may: 'checkin.run',
  input: unitSchema,
  done: 'hat.over.undone',
  run: async (scope, { id }) => void (await undoHandOver(scope, id)),
})

export const askAddress = organizerAction({
  may: 'checkin.run',
  input: winSchema,
  done: 'hat.over.asked',
  run: async (scope, { win }) => void (await ask(scope, win)),
})

export const keepHandOverPhoto = organizerAction({
  may: 'checkin.run',
  input: handOverPhotoSchema,
  done: 'hat.over.photoDone',
  run: async (scope, { win, photo, photoGone }) => {
    const { photoId } = await pictureSent(scope, 'photo', { file: photo, gone: photoGone })
    if (photoId === undefined) refuse('hat.pick-a-photo', { field: 'photo' })
    else await keepPhoto(scope, win, photoId)
  },
})

export const takeBackWin = organizerAction({
  may: 'sponsors.edit',
  input: takeBackSchema,
  done: 'hat.over.takenBack',
  run: async (scope, input) => void (await takeBack(scope, input)),
})
