'use server'

import { pictureSent } from '@/lib/media/uploads/keep'
import {
  answerAsk as answer,
  editOwnGift as edit,
  logGift as log,
  restoreOwnGift as restore,
  withdrawGift as withdraw,
} from '@/lib/prizes/commands'
import { editOwnSponsor as editSponsor } from '@/lib/sponsors/commands/sponsors'
import { deskEditSchema, deskGiftSchema, deskSponsorSchema, oneSchema, stepSchema } from '@/lib/sponsors/schema'
import { holderAction } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'
import { words } from '@/lib/words/load'

export const logGift = holderAction({
  kind: 'desk',
  input: deskGiftSchema,
  done: 'sponsors.desk.logged',
  run: async (desk, { photo, ...input }, once) => {
    const picture = await pictureSent(desk, 'photo', { file: photo })
    await log(desk, { ...input, ...picture }, once)
  },
})

export const editGift = holderAction({
  kind: 'desk',
  input: deskEditSchema,
  done: 'sponsors.desk.changed',
  run: async (desk, { photo, photoGone, ...input }) => {
    const picture = await pictureSent(desk, 'photo', { file: photo, gone: photoGone })
    await edit(desk, { ...input, ...picture })
  },
})

export const answerAsk = holderAction({
  kind: 'desk',
  input: stepSchema,
  run: async (desk, input) => {
    await answer(desk, input)
    const t = words(await currentLocale(), 'sponsors')
    return { message: t(input.to === 'pledged' ? 'desk.answeredYes' : 'desk.answeredNo'), subject: input.id }
  },
})

export const takeBackAnswer = holderAction({
  kind: 'desk',
  input: stepSchema,
  done: 'sponsors.desk.answerUndone',
  run: (desk, { id, from, to }) => answer(desk, { id, from: to, to: from }),
})

export const withdrawGift = holderAction({
  kind: 'desk',
  input: oneSchema,
  done: 'sponsors.desk.withdrawn',
  run: async (desk, { id }) => {
    await withdraw(desk, id)
    return { subject: id }
  },
})

export const restoreGift = holderAction({
  kind: 'desk',
  input: oneSchema,
  done: 'sponsors.desk.restored',
  run: (desk, { id }) => restore(desk, id),
})

export const editAppearance = holderAction({
  kind: 'desk',
  input: deskSponsorSchema,
  done: 'sponsors.desk.appearSaved',
  run: async (desk, { website, logo, logoGone, ...input }) => {
    const picture = await pictureSent(desk, 'logo', { file: logo, gone: logoGone })
    await editSponsor(desk, { ...input, ...picture, link: website })
  },
})
