import 'server-only'
import { randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { config } from '@/lib/config'
import { seal, unseal } from '@/lib/values/seal'
import { type Cookie, endedFor, type Known, settingsOf } from './cookies'
import type { FormValues, Problem } from './form'

/** What somebody typed into a plain form, and what was wrong with it: kept for the page they are sent back to. */
export type Typed = {
  values: FormValues
  problems: Record<string, Problem>
  /** The code of a refusal, when the form was right but the world was not. */
  refused: string | null
  requestKey: string | null
}

const schema = z.object({
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  problems: z.record(
    z.string(),
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  refused: z.string().nullable(),
  requestKey: z.string().nullable(),
})

const minutes = 10
/** What is kept of a form: so many fields, so many characters of each. */
const most = 60
const longest = 600
/** A browser keeps about four thousand characters a cookie; a long form takes two, which a proxy still lets through. */
const pieceLength = 3_600
const mostPieces = 2
/** So much of all of them together: a request whose headers are longer than 16 kB is answered by nobody. */
const mostTogether = 8_000
const prefix = 'next-stop-typed-'
const cookieName = (ticket: string, piece: number) => `${prefix}${ticket}${piece ? `.${piece}` : ''}`

/**
 * Keeps what was typed for ten minutes in sealed cookies that scripts cannot read; what does not fit in two of them is
 * cut, the longest first. Answers the word by which the page asks for it, so that an older form is not filled with it.
 */
export async function keepTyped(typed: Typed): Promise<string> {
  const store = await cookies()
  const { ticket, kept } = typedCookies(typed, store.getAll())
  for (const cookie of kept) store.set(cookie.name, cookie.value, settingsOf(cookie))
  return ticket
}

/**
 * The word and the cookies of `keepTyped`, where the framework does not answer. Of the `known` ones, those of forms sent
 * back before end when there is no room for all, the oldest first, as browsers name them.
 */
export function typedCookies(typed: Typed, known: readonly Known[]): { ticket: string; kept: Cookie[] } {
  const ticket = randomBytes(6).toString('base64url')
  const problems = Object.fromEntries(first(typed.problems))
  const pieces = fitting((limit) => ({ ...typed, problems, values: cut(typed.values, limit) }))
  const made = pieces.map((value, n) => ({ name: cookieName(ticket, n), value, seconds: minutes * 60 }))
  const ended = endedFor(made, known, { prefix, most: mostTogether })
  return { ticket, kept: [...made, ...ended] }
}

const first = <T>(of: Record<string, T>) =>
  Object.entries(of)
    .slice(0, most)
    .map(([name, value]): [string, T] => [name.slice(0, 40), value])

/** The sealed pieces of the longest version that fits. */
function fitting(version: (limit: number) => Typed): string[] {
  for (let limit = longest; ; limit = Math.floor(limit / 2)) {
    const bytes = deflateRawSync(JSON.stringify(version(limit))).toString('base64')
    const text = Buffer.from(seal(bytes, config().AUTH_SECRET, 'typed')).toString('base64url')
    if (text.length <= pieceLength * mostPieces || limit === 0) {
      return text.match(new RegExp(`.{1,${pieceLength}}`, 'g'))?.slice(0, mostPieces) ?? []
    }
  }
}

function cut(values: FormValues, limit: number): FormValues {
  const short = (text: string) => [...text.slice(0, limit * 2)].slice(0, limit).join('')
  return Object.fromEntries(
    first(values).map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, 30).map(short) : short(value)]),
  )
}

/** What was typed before, or null when there is nothing, or it is not ours. */
export async function typedBefore(ticket: string | undefined): Promise<Typed | null> {
  if (!ticket || !/^[\w-]{8}$/.test(ticket)) return null
  const store = await cookies()
  const kept = Array.from({ length: mostPieces }, (_, n) => store.get(cookieName(ticket, n))?.value ?? '').join('')
  if (!kept) return null
  try {
    const bytes = Buffer.from(unseal(Buffer.from(kept, 'base64url'), config().AUTH_SECRET, 'typed'), 'base64')
    return schema.parse(JSON.parse(inflateRawSync(bytes, { maxOutputLength: 200_000 }).toString('utf8')))
  } catch {
    return null
  }
}

/** One value of what was typed, as a field of one line shows it. */
export const typedText = (typed: Typed | null, name: string): string | undefined => {
  const value = typed?.values[name]
  return Array.isArray(value) ? value[0] : value
}
