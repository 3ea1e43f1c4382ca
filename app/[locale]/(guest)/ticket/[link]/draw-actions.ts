'use server'

import { chooseShown as choose, declinePrize as decline } from '@/lib/draws/commands/mine'
import { declineSchema, wishSchema } from '@/lib/draws/schema'
import { holderAction } from '@/lib/web/action'

export const chooseShown = holderAction({
  kind: 'ticket',
  input: wishSchema,
  done: 'hat.ticket.shownDone',
  run: async (holder, input) => void (await choose(holder, input)),
})

export const declinePrize = holderAction({
  kind: 'ticket',
  input: declineSchema,
  done: 'hat.ticket.declined',
  run: async (holder, input) => void (await decline(holder, input)),
})
