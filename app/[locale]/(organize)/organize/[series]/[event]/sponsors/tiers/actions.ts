'use server'

import {
  addTier as add,
  editTier as edit,
  giveTier as give,
  moveTier as move,
  removeTier as remove,
} from '@/lib/sponsors/commands/tiers'
import { moveSchema, oneSchema } from '@/lib/sponsors/schema/gifts'
import { addTierSchema, editTierSchema, giveTierSchema } from '@/lib/sponsors/schema/tiers'
import { organizerAction } from '@/lib/web/action'

export const addTier = organizerAction({
  may: 'sponsors.edit',
  input: addTierSchema,
  done: 'tiers.added',
  run: async (scope, input, once) => {
    await add(scope, input, once)
  },
})

export const editTier = organizerAction({
  may: 'sponsors.edit',
  input: editTierSchema,
  done: 'tiers.saved',
  run: (scope, input) => edit(scope, input),
})

export const moveTier = organizerAction({
  may: 'sponsors.edit',
  input: moveSchema,
  done: 'tiers.moved',
  run: (scope, input) => move(scope, input),
})

export const removeTier = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'tiers.removed',
  run: (scope, { id }) => remove(scope, id),
})

export const giveTier = organizerAction({
  may: 'sponsors.edit',
  input: giveTierSchema,
  done: 'tiers.given',
  run: (scope, input) => give(scope, input),
})
