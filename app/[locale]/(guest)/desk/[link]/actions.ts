'use server'

import { pictureSent } from '@/lib/media/uploads/keep'
import {
  answerAsk as answer,
  editOwnGift as edit,
  logGift as log,
  restoreOwnGift as restore,
  withdrawGift as withdraw,
} from '@/lib/prizes/commands'
import { sealCodes as sealList, withdrawCodes as takeBackCodes } from '@/lib/prizes/commands/codes'
import { codesIn, textOfFile } from '@/lib/prizes/rules/codes'
import { codesSchema } from '@/lib/prizes/schema'
import { addColleague as addPerson } from '@/lib/sponsors/commands/contacts'
import { editOwnSponsor as editSponsor } from '@/lib/sponsors/commands/sponsors'
import {
  chatSchema,
  colleagueSchema,
  deskDraftSchema,
  deskEditSchema,
  deskGiftSchema,
  deskSponsorSchema,
  oneSchema,
  stepSchema,
} from '@/lib/sponsors/schema'
import { holderAction } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'
import { keepTyped } from '@/lib/web/typed'
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

export const readChat = holderAction({
  kind: 'desk',
  input: chatSchema,
  run: async (desk, { chat }) => {
    // In a sealed cookie of this browser, in pieces as long as it keeps: no address and no log sees the message.
    const values = Object.fromEntries(
      (chat.match(/[\s\S]{1,190}/g) ?? []).map((piece, index) => [String(index), piece]),
    )
    const drafts = await keepTyped({ values, problems: {}, refused: null, requestKey: null })
    return { goTo: `/desk/${desk.linkId}?drafts=${drafts}#drafts` }
  },
})

export const logDraft = holderAction({
  kind: 'desk',
  input: deskDraftSchema,
  run: async (desk, { photo, drafts, draft, done, ...input }, once) => {
    const picture = await pictureSent(desk, 'photo', { file: photo })
    await log(desk, { ...input, ...picture }, once)
    return { goTo: `/desk/${desk.linkId}?drafts=${drafts}&done=${done}.${draft}#drafts` }
  },
})

export const sealCodes = holderAction({
  kind: 'desk',
  input: codesSchema,
  run: async (desk, { id, codes, list, raise }) => {
    const text = list ? textOfFile(new Uint8Array(await list.arrayBuffer())) : ''
    const told = await sealList(desk, { id, raise, ...codesIn(`${codes}\n${text}`) })
    return { message: words(await currentLocale(), 'sponsors')('desk.codes.told', { ...told }) }
  },
})

export const withdrawCodes = holderAction({
  kind: 'desk',
  input: oneSchema,
  run: async (desk, { id }) => {
    const count = await takeBackCodes(desk, id)
    return { message: words(await currentLocale(), 'sponsors')('desk.codes.withdrawn', { count }) }
  },
})

export const addColleague = holderAction({
  kind: 'desk',
  input: colleagueSchema,
  run: async (desk, input) => ({ subject: await addPerson(desk, input) }),
})
