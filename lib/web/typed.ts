import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { config } from '@/lib/config'
import { seal, unseal } from '@/lib/values/seal'
import type { FormValues, Problem } from './form'

/** What somebody typed into a plain form, and what was wrong with it: kept for the page they are sent back to. */
export type Typed = {
  values: Record<string, string>
  problems: Record<string, Problem>
  /** The code of a refusal, when the form was right but the world was not. */
  refused: string | null
  requestKey: string | null
}

const schema = z.object({
  values: z.record(z.string(), z.string()),
  problems: z.record(
    z.string(),
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  refused: z.string().nullable(),
  requestKey: z.string().nullable(),
})

const minutes = 10
const longest = 200
const cookieName = (ticket: string) => `next-stop-typed-${ticket}`

/**
 * Keeps what was typed for ten minutes in a sealed cookie that scripts cannot read, cut to what a cookie holds. Answers
 * the word by which the page asks for it, so that an older form is not filled with it.
 */
export async function keepTyped(typed: Omit<Typed, 'values'> & { values: FormValues }): Promise<string> {
  const ticket = randomBytes(6).toString('base64url')
  const values = Object.fromEntries(
    Object.entries(typed.values)
      .slice(0, 12)
      .map(([name, value]) => [name.slice(0, 40), [...String(value).slice(0, longest * 2)].slice(0, longest).join('')]),
  )
  const problems = Object.fromEntries(
    Object.entries(typed.problems)
      .slice(0, 12)
      .map(([name, why]) => [name.slice(0, 40), why]),
  )
  const sealed = seal(JSON.stringify({ ...typed, values, problems }), config().AUTH_SECRET, 'typed')
  const store = await cookies()
  store.set(cookieName(ticket), Buffer.from(sealed).toString('base64url'), {
    httpOnly: true,
    sameSite: 'lax',
    secure: config().https,
    maxAge: minutes * 60,
    path: '/',
  })
  return ticket
}

/** What was typed before, or null when there is nothing, or it is not ours. */
export async function typedBefore(ticket: string | undefined): Promise<Typed | null> {
  if (!ticket || !/^[\w-]{8}$/.test(ticket)) return null
  const kept = (await cookies()).get(cookieName(ticket))?.value
  if (!kept) return null
  try {
    return schema.parse(JSON.parse(unseal(Buffer.from(kept, 'base64url'), config().AUTH_SECRET, 'typed')))
  } catch {
    return null
  }
}
