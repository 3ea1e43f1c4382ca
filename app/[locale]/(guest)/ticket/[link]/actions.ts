'use server'

import { getTranslations } from 'next-intl/server'
import { giveAddress as give } from '@/lib/draws/commands/handover'
import { chooseShown as choose, declinePrize as decline } from '@/lib/draws/commands/mine'
import { revealCode as showCode } from '@/lib/draws/commands/reveal'
import { declineSchema, postSchema, wishSchema } from '@/lib/draws/schema'
import { pictureSent } from '@/lib/media/uploads/keep'
import { codeSchema } from '@/lib/prizes/schema/units'
import { thankGiver as thank } from '@/lib/recap/commands/winner-thanks'
import { winnerThanksSchema } from '@/lib/recap/schema/winner-thanks'
import { handOver } from '@/lib/registration/commands/hand-over'
import {
  acceptOffer,
  cancelMine,
  declineOffer,
  editMine,
  eraseMine,
  uncancelMine,
} from '@/lib/registration/commands/mine'
import { reconfirmMine } from '@/lib/registration/commands/reconfirm'
import { findTicket } from '@/lib/registration/queries/ticket'
import {
  eraseSchema,
  handOverSchema,
  nothingSchema,
  oneSchema,
  ticketSchema,
} from '@/lib/registration/schema/registration'
import { refuse } from '@/lib/values/refusal'
import { holderAction } from '@/lib/web/action'
import { expireInAction, seatsTag } from '@/lib/web/cache'
import { countUse } from '@/lib/web/limit'

export const editTicket = holderAction({
  kind: 'ticket',
  input: ticketSchema,
  done: 'registration.ticket.edited',
  run: (holder, input) => editMine(holder, input),
})

export const cancelTicket = holderAction({
  kind: 'ticket',
  input: nothingSchema,
  done: 'registration.ticket.cancelled',
  run: async (holder) => {
    await cancelMine(holder)
    expireInAction(seatsTag(holder.eventId))
    return { subject: holder.subjectId }
  },
})

export const acceptSeat = holderAction({
  kind: 'ticket',
  input: nothingSchema,
  done: 'registration.ticket.offerAccepted',
  run: (holder) => acceptOffer(holder),
})

export const declineSeat = holderAction({
  kind: 'ticket',
  input: nothingSchema,
  done: 'registration.ticket.offerDeclined',
  run: async (holder) => {
    await declineOffer(holder)
    expireInAction(seatsTag(holder.eventId))
  },
})

export const reconfirm = holderAction({
  kind: 'ticket',
  input: nothingSchema,
  done: 'registration.ticket.reconfirmed',
  run: (holder) => reconfirmMine(holder),
})

const handOvers = { name: 'hand-over', points: 5, seconds: 3_600 }

export const giveTicket = holderAction({
  kind: 'ticket',
  input: handOverSchema,
  run: async (holder, input) => {
    await countUse(handOvers, holder.subjectId)
    const ticket = await findTicket(holder)
    await handOver(holder, input)
    return { goTo: ticket ? `/${ticket.event.series.slug}/${ticket.event.slug}/find?done=handed` : '/' }
  },
})

export const uncancelTicket = holderAction({
  kind: 'ticket',
  input: oneSchema,
  run: async (holder) => {
    const status = await uncancelMine(holder)
    expireInAction(seatsTag(holder.eventId))
    const t = await getTranslations('registration.ticket')
    return { message: t('uncancelled', { status }) }
  },
})

export const eraseTicket = holderAction({
  kind: 'ticket',
  input: eraseSchema,
  run: async (holder, { word }) => {
    const t = await getTranslations('registration.ticket')
    if (word.toLowerCase() !== t('eraseWord')) refuse('registration.wrong-word', { field: 'word' })
    const ticket = await findTicket(holder)
    await eraseMine(holder)
    expireInAction(seatsTag(holder.eventId))
    return { goTo: ticket ? `/${ticket.event.series.slug}/${ticket.event.slug}/find?done=erased` : '/' }
  },
})

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

export const revealCode = holderAction({
  kind: 'ticket',
  input: codeSchema,
  run: async (holder, { unit }) => ({ subject: await showCode(holder, unit) }),
})

export const giveAddress = holderAction({
  kind: 'ticket',
  input: postSchema,
  done: 'hat.ticket.addressDone',
  run: async (holder, input) => void (await give(holder, input)),
})

const thankPhotos = { name: 'thank-photos', points: 10, seconds: 3_600 }

export const thankGiver = holderAction({
  kind: 'ticket',
  input: winnerThanksSchema,
  done: 'reports.thank.done',
  run: async (holder, { photo, photoGone, ...input }) => {
    if (photo) await countUse(thankPhotos, holder.subjectId)
    const picture = await pictureSent(holder, 'photo', { file: photo, gone: photoGone })
    await thank(holder, { ...input, ...picture })
  },
})
