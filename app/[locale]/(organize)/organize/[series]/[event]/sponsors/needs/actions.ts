'use server'

import { askFor as ask, markSilent as silent } from '@/lib/prizes/commands/asks'
import {
  addNeed as add,
  closeBoard as close,
  editNeed as edit,
  moveNeed as move,
  openBoard as open,
  removeNeed as remove,
  restoreNeed as restore,
  takeNeeds as take,
} from '@/lib/sponsors/commands/needs'
import { moveSchema, oneSchema } from '@/lib/sponsors/schema/gifts'
import { addNeedSchema, askSchema, editNeedSchema, nothingSchema } from '@/lib/sponsors/schema/needs'
import { organizerAction } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'
import { words } from '@/lib/words/load'

export const addNeed = organizerAction({
  may: 'sponsors.edit',
  input: addNeedSchema,
  done: 'needs.added',
  run: async (scope, input, once) => {
    await add(scope, input, once)
  },
})

export const editNeed = organizerAction({
  may: 'sponsors.edit',
  input: editNeedSchema,
  done: 'needs.saved',
  run: (scope, input) => edit(scope, input),
})

export const moveNeed = organizerAction({
  may: 'sponsors.edit',
  input: moveSchema,
  done: 'needs.moved',
  run: (scope, input) => move(scope, input),
})

export const removeNeed = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  run: async (scope, { id }) => {
    const title = await remove(scope, id)
    return { message: words(await currentLocale(), 'needs')('removed', { title }), subject: id }
  },
})

export const restoreNeed = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'needs.restored',
  run: async (scope, { id }) => {
    await restore(scope, id)
  },
})

export const takeNeeds = organizerAction({
  may: 'sponsors.edit',
  input: nothingSchema,
  run: async (scope) => {
    const count = await take(scope)
    return { message: words(await currentLocale(), 'needs')('last.taken', { count }) }
  },
})

export const openBoard = organizerAction({
  may: 'sponsors.edit',
  input: nothingSchema,
  done: 'needs.board.opened',
  run: (scope) => open(scope),
})

export const closeBoard = organizerAction({
  may: 'sponsors.edit',
  input: nothingSchema,
  done: 'needs.board.closed',
  run: (scope) => close(scope),
})

export const askFor = organizerAction({
  may: 'sponsors.edit',
  input: askSchema,
  run: async (scope, input) => {
    const { sponsor, text } = await ask(scope, input)
    return { message: words(await currentLocale(), 'needs')('ask.done', { sponsor }), subject: text }
  },
})

export const markSilent = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'needs.ask.silentDone',
  run: (scope, { id }) => silent(scope, id),
})
