import { z } from 'zod'
import { parseEmail, parsePhone } from './address'
import { isSlug } from './slug'
import { isTimeZone } from './time'

/**
 * Builders for what a form may send. Every value arrives as text. The error of each is a code; its words stand in
 * `lib/words/<locale>/form.json` under `fields`. Built-in checks of zod become `empty`, `too-long`, `too-small` and so on.
 */

// Control characters other than line feed and tab, and lone direction overrides that would scramble a page.
const control = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u

// Something that can be seen: no blank that is none (Hangul's and Braille's too), no mark without a letter under it.
const seen = /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\p{M}\u2800]/u

const clean = (max: number) =>
  z
    .string()
    .max(max * 4, 'too-long')
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .refine((text) => !control.test(text), 'control-characters')
    .refine((text) => [...text].length <= max, { error: 'too-long', params: { max } })

/** One required line of text of at most `max` characters. */
export const line = (max = 120) =>
  clean(max)
    .refine((text) => seen.test(text), 'empty')
    .refine((text) => !text.includes('\n'), 'one-line')

/** One line that may be left empty; answers ''. */
export const optionalLine = (max = 120) => clean(max).refine((text) => !text.includes('\n'), 'one-line')

/** Several lines that may be left empty; answers ''. */
export const paragraphs = (max = 5_000) => clean(max)

/** A line in the other language: empty means "same as the first", and answers null. */
export const otherLanguage = (max = 120) => optionalLine(max).transform((text) => text || null)

/** Paragraphs in the other language; empty answers null. */
export const otherLanguageParagraphs = (max = 5_000) => paragraphs(max).transform((text) => text || null)

/** A whole number within bounds, typed in any digits. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .max(20, 'not-a-number')
    .transform((text) => text.normalize('NFKC').trim())
    .refine((text) => text !== '', 'empty')
    .refine((text) => text === '' || /^-?\d+$/.test(text), 'not-a-number')
    .transform(Number)
    .refine((n) => Number.isNaN(n) || n >= min, { error: 'too-small', params: { min } })
    .refine((n) => Number.isNaN(n) || n <= max, { error: 'too-big', params: { max } })

/** A whole number within bounds, or nothing: null. */
export const optionalNumber = (min: number, max: number) =>
  z
    .string()
    .max(20, 'not-a-number')
    .transform((text) => text.normalize('NFKC').trim())
    .refine((text) => /^(-?\d+)?$/.test(text), 'not-a-number')
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((n) => n === null || n >= min, { error: 'too-small', params: { min } })
    .refine((n) => n === null || n <= max, { error: 'too-big', params: { max } })

/** An amount of money such as `1,299.50`, or nothing: null; answers hundredths, at most `max` of them. */
export const optionalAmount = (max: number) =>
  z
    .string()
    .max(30, 'not-an-amount')
    .transform((text) => text.normalize('NFKC').replace(/[\s,]/g, ''))
    .refine((text) => /^(\d{1,9}(\.\d{1,2})?)?$/.test(text), 'not-an-amount')
    .transform((text) => (text === '' ? null : Math.round(Number(text) * 100)))
    .refine((n) => n === null || n <= max, { error: 'too-big', params: { max: max / 100 } })

/** A box: ticked is true; an unticked one is not sent at all. */
export const checkbox = () =>
  z
    .literal(['on', ''], { error: 'not-a-choice' })
    .optional()
    .transform((value) => value === 'on')

/** One of a closed set. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: 'not-a-choice' })

/** The id of something on this page. */
export const id = () => z.uuid({ error: 'not-a-choice' })

/** Could this part of an address be an id? Anything else is not found, without asking Postgres. */
export const isId = (text: unknown): text is string => id().safeParse(text).success

/** A wall-clock time as `datetime-local` sends it. */
export const wallTime = () =>
  z
    .string()
    .refine((text) => text !== '', 'empty')
    .refine((text) => text === '' || isWallTime(text), 'not-a-time')

/** A wall-clock time, or nothing: null. */
export const optionalWallTime = () =>
  z
    .string()
    .refine((text) => text === '' || isWallTime(text), 'not-a-time')
    .transform((text) => text || null)

function isWallTime(text: string): boolean {
  const parts = /^(20\d\d|19\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d)(:\d\d)?$/.exec(text)
  if (!parts) return false
  const date = new Date(`${text.slice(0, 16)}:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 16))
}

/** A day as `<input type="date">` sends it: `2026-12-05`. */
export const calendarDate = () =>
  z
    .string()
    .refine((text) => text !== '', 'empty')
    .refine((text) => text === '' || isWallTime(`${text}T00:00`), 'not-a-time')

/** A day, or nothing: null. */
export const optionalDate = () =>
  z
    .string()
    .refine((text) => text === '' || isWallTime(`${text}T00:00`), 'not-a-time')
    .transform((text) => text || null)

/** A time of day as `<input type="time">` sends it: `14:00`. */
export const clockTime = () =>
  z
    .string()
    .refine((text) => text !== '', 'empty')
    .refine((text) => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'not-a-time')

/** A part of an address, or nothing: null, for one that is proposed from a name. */
export const optionalSlug = () =>
  z
    .string()
    .max(200, 'too-long')
    .transform((text) => text.normalize('NFKC').trim().toLowerCase())
    .refine((text) => text === '' || isSlug(text), 'bad-slug')
    .transform((text) => text || null)

/** A place as maps copy it, `31.2304, 121.4737` (latitude first, degrees), or nothing: null. */
export const optionalCoordinates = () =>
  z
    .string()
    .max(100, 'not-a-place')
    .transform((text, ctx) => {
      const typed = text.normalize('NFKC').trim()
      const parts = /^(-?\d{1,2}(?:\.\d+)?)[,，\s]+(-?\d{1,3}(?:\.\d+)?)$/.exec(typed)
      if (typed === '') return null
      const [latitude, longitude] = [Number(parts?.[1]), Number(parts?.[2])]
      if (!parts || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return fail(ctx, 'not-a-place')
      return { latitude, longitude }
    })

/** The version of a thing that a form was opened with; 0 where there was nothing yet. */
export const version = () => wholeNumber(0, 2_000_000_000)

/** An IANA time zone. */
export const timeZone = () => z.string().max(60).refine(isTimeZone, 'not-a-zone')

/** A required e-mail address, normalised. */
export const email = () =>
  z
    .string()
    .max(1_000, 'not-an-email')
    .transform((text, ctx) => parseEmail(text) ?? fail(ctx, text.trim() ? 'not-an-email' : 'empty'))

/** An e-mail address, normalised, or nothing: null. */
export const optionalEmail = () =>
  z
    .string()
    .max(1_000, 'not-an-email')
    .transform((text, ctx) => (text.trim() ? (parseEmail(text) ?? fail(ctx, 'not-an-email')) : null))

/** A phone number, normalised, or nothing: null. */
export const optionalPhone = () =>
  z
    .string()
    .max(100, 'not-a-phone')
    .transform((text, ctx) => (text.trim() ? (parsePhone(text) ?? fail(ctx, 'not-a-phone')) : null))

/** A link to a page: https or http, no user name in it, or nothing: ''. */
export const optionalLink = () =>
  z
    .string()
    .max(500, 'too-long')
    .transform((text) => text.trim())
    .refine((text) => text === '' || isLink(text), 'not-a-link')

/** A file as a form sends it, or nothing: null. Whether it is a picture is asked of its bytes by whoever keeps it. */
export const optionalFile = () =>
  z
    .union([z.instanceof(File), z.literal('')], { error: 'not-a-picture' })
    .optional()
    .transform((file) => (file && file.size > 0 ? file : null))

function isLink(text: string): boolean {
  const url = tryUrl(text)
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password
}

function tryUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

function fail(ctx: z.RefinementCtx, code: string): never {
  ctx.addIssue({ code: 'custom', message: code })
  return z.NEVER
}
