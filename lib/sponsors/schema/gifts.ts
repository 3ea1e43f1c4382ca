import { z } from 'zod'
import {
  checkbox,
  choice,
  id,
  line,
  optionalAmount,
  optionalEmail,
  optionalFile,
  optionalLine,
  optionalLink,
  optionalNumber,
  optionalPhone,
  otherLanguage,
  otherLanguageParagraphs,
  paragraphs,
  wholeNumber,
} from '@/lib/values/fields'

const giftKinds = ['venue', 'prize', 'food', 'service', 'travel', 'media', 'hands'] as const
export const prizeKinds = ['thing', 'code', 'voucher', 'service'] as const
export const giftStatuses = ['draft', 'asked', 'offered', 'pledged', 'received', 'thanked', 'declined'] as const
export const sponsorKinds = ['organisation', 'person'] as const

export type GiftKind = (typeof giftKinds)[number]
export type PrizeKind = (typeof prizeKinds)[number]
export type GiftStatus = (typeof giftStatuses)[number]
export type SponsorKind = (typeof sponsorKinds)[number]

/** What a gift is, as one question: a prize says at once which sort of prize. */
export const giftSorts = [
  'prize-thing',
  'prize-code',
  'prize-voucher',
  'prize-service',
  'venue',
  'food',
  'service',
  'travel',
  'media',
  'hands',
] as const
export type GiftSort = (typeof giftSorts)[number]

const version = () => wholeNumber(0, 2_000_000_000)

/** What a sponsor tells of a gift in the minute they have; an empty quantity means "not stated". */
const told = {
  sort: choice(giftSorts),
  title: line(80),
  quantity: optionalNumber(1, 10_000),
  admits: optionalNumber(1, 20).default(null),
  delivery: optionalLine(200),
  /** Names as they shall be written, with 、 or commas between them. */
  thanks: optionalLine(300),
}
/** A photo of it, and whether the present one goes. */
const photo = { photo: optionalFile(), photoGone: checkbox() }
/** The currencies that a value may be told in. */
export const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'SGD'] as const

/** What the organiser adds to it; left out means: stays as it is. */
const added = {
  titleEn: otherLanguage(120),
  note: paragraphs(1_000),
  parcel: optionalLine(80).optional(),
  /** What all of it is worth, in the smallest unit. */
  value: optionalAmount(2_000_000_000).optional(),
  currency: choice(currencies).optional(),
  /** The need that it answers; empty: none. */
  needId: z
    .union([id(), z.literal('')], { error: 'not-a-choice' })
    .transform((text) => text || null)
    .optional(),
}

export const addGiftSchema = z.object({
  sponsorName: line(80),
  ...told,
  ...added,
  photo: photo.photo,
  status: choice(['draft', 'asked', 'pledged', 'received']),
})
export const editGiftSchema = z.object({ id: id(), version: version(), ...told, ...added, ...photo })
export const stepSchema = z.object({ id: id(), from: choice(giftStatuses), to: choice(giftStatuses) })
/** A gift that is here, and how many were counted; an empty count means "as promised". */
export const receivedSchema = z.object({ id: id(), counted: optionalNumber(1, 10_000) })
export const moveSchema = z.object({ id: id(), direction: choice(['up', 'down']) })
export const oneSchema = z.object({ id: id() })

/** How a gift reaches us: brought along, as a parcel, or sent by mail after the event; empty while nobody said. */
export const ways = ['', 'brought', 'parcel', 'mail'] as const
export type Way = (typeof ways)[number]
const atDesk = {
  ...told,
  delivery: told.delivery.default(''),
  way: choice(ways).default(''),
  parcel: added.parcel,
  value: added.value,
  currency: added.currency,
  tellWinners: checkbox(),
}
export const deskGiftSchema = z.object({ ...atDesk, photo: photo.photo })
/** The same, one of several that were read out of a chat message: the page's word for them, and which it is. */
export const deskDraftSchema = z.object({
  ...deskGiftSchema.shape,
  drafts: z.string().regex(/^[\w-]{8}$/, 'not-a-choice'),
  draft: wholeNumber(0, 11),
  done: z.string().regex(/^[\d.]{0,40}$/, 'not-a-choice'),
})
export const chatSchema = z.object({
  chat: paragraphs(800).refine((text) => text !== '', 'empty'),
  /** Whether the configured model may read it. */
  machine: checkbox(),
})
export const colleagueSchema = z.object({ name: line(60), email: optionalEmail() })
export const deskEditSchema = z.object({ id: id(), version: version(), ...atDesk, ...photo })

const blurb = {
  link: optionalLink(),
  blurb: paragraphs(500),
  blurbEn: otherLanguageParagraphs(500),
}
export const addSponsorSchema = z.object({
  kind: choice(sponsorKinds),
  name: line(80),
  nameEn: otherLanguage(120),
  ...blurb,
})
const logo = { logo: optionalFile(), logoGone: checkbox() }
export const editSponsorSchema = z.object({ id: id(), version: version(), ...addSponsorSchema.shape, ...logo })
const { link: website, ...texts } = blurb
/** At the desk a sponsor writes how they appear; which sponsor they are follows from the secret link, which its forms call `link`. */
export const deskSponsorSchema = z.object({
  version: version(),
  name: line(80),
  nameEn: otherLanguage(120),
  website,
  ...texts,
  ...logo,
})

const contact = { name: line(60), email: optionalEmail(), phone: optionalPhone(), wechat: optionalLine(60) }
export const addContactSchema = z.object({ sponsorId: id(), ...contact })
export const editContactSchema = z.object({ id: id(), version: version(), ...contact })

/** Commands take a picture by its id: null for none, left out for what is there. */
type Kept<Form, Id extends string> = Omit<Form, 'photo' | 'photoGone' | 'logo' | 'logoGone'> & {
  [K in Id]?: string | null
}
export type GiftInput = Kept<Omit<z.output<typeof deskGiftSchema>, 'way' | 'tellWinners'>, 'photoId'> & {
  way?: Way
  tellWinners?: boolean
  titleEn?: string | null
  note?: string
  parcel?: string | undefined
  value?: number | null | undefined
  currency?: (typeof currencies)[number] | undefined
  needId?: string | null | undefined
}
export type Received = z.output<typeof receivedSchema>
export type AddGift = Kept<z.output<typeof addGiftSchema>, 'photoId'>
export type EditGift = Kept<z.output<typeof editGiftSchema>, 'photoId'>
export type DeskEdit = GiftInput & { id: string; version: number }
export type Step = z.output<typeof stepSchema>
export type Move = z.output<typeof moveSchema>
export type AddSponsor = z.output<typeof addSponsorSchema>
export type EditSponsor = Kept<z.output<typeof editSponsorSchema>, 'logoId'>
export type DeskSponsor = Omit<EditSponsor, 'id' | 'kind'>
export type Colleague = z.output<typeof colleagueSchema>
export type AddContact = z.output<typeof addContactSchema>
export type EditContact = z.output<typeof editContactSchema>
