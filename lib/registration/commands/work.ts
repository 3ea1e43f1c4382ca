import 'server-only'
import { randomInt } from 'node:crypto'
import { type Challenge, createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import type { PublishedEvent } from '@/lib/people/scope'

/**
 * Proof of work by ALTCHA's second protocol: the browser looks for the counter whose PBKDF2 key begins as told. Nobody
 * else is asked, and nothing is stored until a proof is handed in.
 */
const iterations = 2_000
const minutes = 10
/** So many tries at least for each step of load; one takes about a millisecond on a laptop, some on a phone. */
const triesAStep = 150

const secrets = () => ({
  hmacSignatureSecret: `${config().AUTH_SECRET}/work`,
  hmacKeySignatureSecret: `${config().AUTH_SECRET}/work-key`,
})

/** A piece of work for one event, the harder the more load there is (1 to 10). Good for ten minutes, once. */
export const makeWork = (event: PublishedEvent, load: number): Promise<Challenge> => {
  const step = Math.min(10, Math.max(1, Math.round(load)))
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: iterations,
    counter: randomInt(triesAStep * step, 2 * triesAStep * step),
    deriveKey,
    expiresAt: new Date(Date.now() + minutes * 60_000),
    data: { event: event.eventId },
    ...secrets(),
  })
}

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const schema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: hex(16),
      salt: hex(16),
      cost: z.literal(iterations),
      keyLength: z.literal(32),
      keyPrefix: hex(16),
      keySignature: hex(32),
      expiresAt: z.number(),
      data: z.object({ event: z.string().max(36) }),
    }),
    signature: hex(32),
  }),
  solution: z.object({ counter: z.number().int().min(0), derivedKey: hex(32) }),
})

/** Is this a proof of work for this event, in time, and handed in for the first time? Uses it up. */
export async function redeemWork(event: PublishedEvent, proof: string): Promise<boolean> {
  const read = proof.length > 3_000 ? null : schema.safeParse(parsed(proof))
  if (!read?.success) return false
  const { challenge, solution } = read.data
  if (challenge.parameters.data.event !== event.eventId) return false
  // Time and signature are looked at before anything is derived.
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets() })
  if (!verified) return false
  const nonce = new Uint8Array(Buffer.from(challenge.parameters.nonce, 'hex'))
  const expiresAt = new Date(challenge.parameters.expiresAt * 1_000)
  const { count } = await database().workProof.createMany({ data: [{ nonce, expiresAt }], skipDuplicates: true })
  return count === 1
}

function parsed(proof: string): unknown {
  try {
    return JSON.parse(Buffer.from(proof, 'base64').toString())
  } catch {
    return null
  }
}
