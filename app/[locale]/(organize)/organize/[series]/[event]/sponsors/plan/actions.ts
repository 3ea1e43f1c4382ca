'use server'

import {
  movePrize as move,
  placePrize as place,
  proposePlan as propose,
  slotPrize as slot,
} from '@/lib/prizes/commands/plan'
import { placeSchema, slotSchema } from '@/lib/prizes/schema/plan'
import { moveSchema } from '@/lib/sponsors/schema/gifts'
import { nothingSchema } from '@/lib/sponsors/schema/needs'
import { organizerAction } from '@/lib/web/action'

export const movePrize = organizerAction({
  may: 'sponsors.edit',
  input: moveSchema,
  done: 'prizes.plan.moved',
  run: (scope, input) => move(scope, input),
})

export const placePrize = organizerAction({
  may: 'sponsors.edit',
  input: placeSchema,
  done: 'prizes.plan.moved',
  run: (scope, input) => place(scope, input),
})

export const slotPrize = organizerAction({
  may: 'sponsors.edit',
  input: slotSchema,
  done: 'prizes.plan.slotted',
  run: (scope, input) => slot(scope, input),
})

export const proposePlan = organizerAction({
  may: 'sponsors.edit',
  input: nothingSchema,
  done: 'prizes.plan.proposed',
  run: (scope) => propose(scope),
})
