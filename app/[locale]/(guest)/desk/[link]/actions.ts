'use server'

import { sealCodes as sealList, withdrawCodes as takeBackCodes } from '@/lib/prizes/commands/codes'
import {
  answerAsk as answer,
  editOwnGift as edit,
  logGift as log,
  restoreOwnGift as restore,
  withdrawGift as withdraw,
} from '@/lib/prizes/commands/gifts'
import { codesIn, textOfFile } from '@/lib/prizes/rules/codes'
import { codesSchema } from '@/lib/prizes/schema/units'
import { addColleague as addPerson } from '@/lib/sponsors/commands/contacts'
import { editOwnSponsor as editSponsor } from '@/lib/sponsors/commands/sponsors'
import { deskModelFor, draftsByModel } from '@/lib/sponsors/queries/chat'
import {
  chatSchema,
  colleagueSchema,
  deskDraftSchema,
  deskEditSchema,
  deskGiftSchema,
  deskSponsorSchema,
  oneSchema,
  stepSchema,
} from '@/lib/sponsors/schema/gifts'
import { holderAction } from '@/lib/web/action'
import { countUse } from '@/lib/web/limit'
import { currentLocale } from '@/lib/web/locale'
import { heldPictureSent } from '@/lib/web/pictures'
import { words } from '@/lib/words/load'
import { keepChat } from './kept-chat'

export const logGift = holderAction({
  kind: 'desk',
  input: deskGiftSchema,
  done: 'sponsors.desk.logged',
  run: async (desk, { photo, ...input }, once) => {
    const picture = await heldPictureSent(desk, 'photo', { file: photo })
    await log(desk, { ...input, ...picture }, once)
  },
})

export const editGift = holderAction({
  kind: 'desk',
  input: deskEditSchema,
  done: 'sponsors.desk.changed',
  run: async (desk, { photo, photoGone, ...input }) => {
    const picture = await heldPictureSent(desk, 'photo', { file: photo, gone: photoGone })
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
    const picture = await heldPictureSent(desk, 'logo', { file: logo, gone: logoGone })
    await editSponsor(desk, { ...input, ...picture, link: website })
  },
})

/** So often an hour may the model be asked from one desk: it may cost somebody money. */
const modelUse = { name: 'desk-model', points: 20, seconds: 3_600 }

export const readChat = holderAction({
  kind: 'desk',
  input: chatSchema,
  run: async (desk, { chat, machine }) => {
    const model = machine ? await deskModelFor(desk) : null
    if (model) await countUse(modelUse, desk.linkId)
    const found = model && (await draftsByModel(desk, model, chat))
    const drafts = await keepChat(found ? { by: 'model', found } : { by: model ? 'silent' : 'here', chat })
    return { goTo: `/desk/${desk.linkId}?drafts=${drafts}#drafts` }
  },
})

export const logDraft = holderAction({
  kind: 'desk',
  input: deskDraftSchema,
  run: async (desk, { photo, drafts, draft, done, ...input }, once) => {
    const picture = await heldPictureSent(desk, 'photo', { file: photo })
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
