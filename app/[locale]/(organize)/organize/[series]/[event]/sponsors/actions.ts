'use server'

import { pictureSent } from '@/lib/media/uploads/keep'
import {
  addGift as add,
  editGift as edit,
  removeGift as remove,
  restoreGift as restore,
  stepGift as step,
} from '@/lib/prizes/commands/gifts'
import { receiveGift as receive } from '@/lib/prizes/commands/receive'
import { returnLeftover as returnUnits, takeBackReturn as undoReturn } from '@/lib/prizes/commands/units'
import { moveGift as move } from '@/lib/sponsors/commands/gifts'
import {
  addGiftSchema,
  editGiftSchema,
  moveSchema,
  oneSchema,
  receivedSchema,
  stepSchema,
} from '@/lib/sponsors/schema/gifts'
import { organizerAction } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'
import { words } from '@/lib/words/load'

export const addGift = organizerAction({
  may: 'sponsors.edit',
  input: addGiftSchema,
  run: async (scope, { photo, ...input }, once) => {
    const picture = await pictureSent(scope, 'photo', { file: photo })
    await add(scope, { ...input, ...picture }, once)
    return { goTo: `/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors#${input.status}` }
  },
})

export const editGift = organizerAction({
  may: 'sponsors.edit',
  input: editGiftSchema,
  run: async (scope, { photo, photoGone, ...input }) => {
    const picture = await pictureSent(scope, 'photo', { file: photo, gone: photoGone })
    await edit(scope, { ...input, ...picture })
    return { goTo: `/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors` }
  },
})

export const stepGift = organizerAction({
  may: 'sponsors.edit',
  input: stepSchema,
  run: async (scope, input) => {
    const title = await step(scope, input)
    const t = words(await currentLocale(), 'sponsors')
    return { message: t('moved', { title, status: t(`status.${input.to}`) }), subject: input.id }
  },
})

export const receiveGift = organizerAction({
  may: 'sponsors.edit',
  input: receivedSchema,
  run: async (scope, input) => {
    const title = await receive(scope, input)
    return { message: words(await currentLocale(), 'sponsors')('receivedCounted', { title }), subject: input.id }
  },
})

export const stepBack = organizerAction({
  may: 'sponsors.edit',
  input: stepSchema,
  done: 'sponsors.movedBack',
  run: async (scope, { id, from, to }) => {
    await step(scope, { id, from: to, to: from })
  },
})

export const moveGift = organizerAction({
  may: 'sponsors.edit',
  input: moveSchema,
  done: 'sponsors.done.giftMoved',
  run: (scope, input) => move(scope, input),
})

export const removeGift = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  run: async (scope, { id }) => {
    const title = await remove(scope, id)
    return { message: words(await currentLocale(), 'sponsors')('done.giftRemoved', { title }), subject: id }
  },
})

export const restoreGift = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'sponsors.done.giftRestored',
  run: (scope, { id }) => restore(scope, id),
})

export const returnLeftover = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  run: async (scope, { id }) => {
    const count = await returnUnits(scope, id)
    return { message: words(await currentLocale(), 'prizes')('units.returned', { count }) }
  },
})

export const takeBackReturn = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'prizes.units.undone',
  run: (scope, { id }) => undoReturn(scope, id),
})
