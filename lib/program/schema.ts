import { z } from 'zod'
import {
  checkbox,
  choice,
  id,
  line,
  optionalEmail,
  optionalFile,
  optionalLine,
  optionalLink,
  optionalPhone,
  otherLanguage,
  otherLanguageParagraphs,
  paragraphs,
  version,
  wholeNumber,
} from '@/lib/values/fields'

/** What an item on the programme can be. */
export const talkKinds = ['talk', 'panel', 'icebreaker', 'break', 'raffle'] as const
export type TalkKind = (typeof talkKinds)[number]

/** As what somebody stands on stage. */
export const stageRoles = ['speaker', 'panelist', 'moderator', 'host'] as const
export type StageRole = (typeof stageRoles)[number]

/** Longest texts, in characters. */
export const longest = {
  name: 40,
  organisation: 80,
  position: 120,
  title: 120,
  people: 400,
  summary: 2_000,
  bio: 2_000,
}
/** A talk lasts at least a minute and at most ten hours. */
const longestTalk = 600

const optionalId = () => z.string().refine((text) => text === '' || z.uuid().safeParse(text).success, 'not-a-choice')

/** The quick row: several people in one line, read by `readPeople`. */
export const newTalkSchema = z.object({
  kind: choice(talkKinds),
  title: line(longest.title),
  durationMinutes: wholeNumber(1, longestTalk),
  people: optionalLine(longest.people),
})

export const talkSchema = z.object({
  id: id(),
  version: version(),
  kind: choice(talkKinds),
  title: line(longest.title),
  titleEn: otherLanguage(longest.title),
  durationMinutes: wholeNumber(1, longestTalk),
  summary: paragraphs(longest.summary),
  summaryEn: otherLanguageParagraphs(longest.summary),
})

/** One talk, speaker or volunteer of this page. */
export const oneSchema = z.object({ id: id() })

/** `to` counts from 1. */
export const moveTalkSchema = z.object({ id: id(), to: wholeNumber(1, 500) })

/** Somebody the series knows (`speaker`), or somebody new (the other fields). */
export const newPersonSchema = z
  .object({
    talk: id(),
    role: choice(stageRoles),
    speaker: optionalId(),
    name: optionalLine(longest.name),
    organisation: optionalLine(longest.organisation),
    position: optionalLine(longest.position),
    confirmed: checkbox(),
  })
  .refine(({ speaker, name }) => speaker !== '' || name !== '', { path: ['name'], error: 'empty' })

export const onStageSchema = z.object({ talk: id(), speaker: id() })
export const roleSchema = z.object({
  talk: id(),
  speaker: id(),
  role: choice(stageRoles),
  version: version().optional(),
})
export const movePersonSchema = z.object({ talk: id(), speaker: id(), to: wholeNumber(1, 500) })

const instant = () =>
  z
    .string()
    .refine((text) => text === '' || z.iso.datetime().safeParse(text).success, 'not-a-time')
    .transform((text) => (text ? new Date(text) : null))

/** A place on stage with all that is known of it, so that taking it away can be undone exactly. */
export const placeOnStageSchema = z.object({
  talk: id(),
  speaker: id(),
  role: choice(stageRoles),
  position: wholeNumber(1, 500),
  confirmedAt: instant(),
  declinedAt: instant(),
  id: id().optional(),
})

const printed = {
  name: line(longest.name),
  organisation: optionalLine(longest.organisation),
  organisationEn: otherLanguage(longest.organisation),
  position: optionalLine(longest.position),
  positionEn: otherLanguage(longest.position),
  bio: paragraphs(longest.bio),
  bioEn: otherLanguageParagraphs(longest.bio),
  // Not `link`: in forms of secret links that word is taken.
  website: optionalLink(),
}

const photo = { photo: optionalFile(), photoGone: checkbox() }
const reached = { email: optionalEmail(), phone: optionalPhone() }

export const newSpeakerSchema = z.object({ ...printed, ...reached, photo: photo.photo })
export const speakerSchema = z.object({ ...printed, ...reached, ...photo, id: id(), version: version() })
/** What speakers may say of themselves, from their own link. */
export const ownPrintSchema = z.object({ ...printed, ...photo, version: version() })

/** Commands take the photo by its id: null for none, left out for the one that is there. */
type Kept<Form> = Omit<Form, 'photo' | 'photoGone'> & { photoId?: string | null }
export type NewSpeaker = Kept<z.output<typeof newSpeakerSchema>>
export type EditSpeaker = Kept<z.output<typeof speakerSchema>>
export type OwnPrint = Kept<z.output<typeof ownPrintSchema>>

/** Whether somebody will be there. */
export const answerSchema = z.object({ answer: choice(['yes', 'no']) })
