import 'server-only'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { config } from '@/lib/config'
import type { PublishedEvent } from '@/lib/people/scope'
import { makeWork, redeemWork } from '@/lib/registration/commands/work'
import { refuse } from '@/lib/values/refusal'
import { clientCorner } from './origin'

/**
 * Limits are counted in this process: they keep one machine's flood from costing much, in microseconds and without the
 * database. With n nodes a flood may be n times as large. What must hold exactly (seats, mails to one address) is kept
 * by Postgres.
 */
type Limit = { name: string; points: number; seconds: number }

const limiters = new Map<string, RateLimiterMemory>()

/** Counts one use of a limit by someone; refuses `form.too-many` beyond it. Nobody in particular (null) is not counted. */
export async function countUse(limit: Limit, who: string | null): Promise<void> {
  if (who === null || config().LIMITS === 'off') return
  try {
    await limiterOf(limit).consume(who)
  } catch {
    refuse('form.too-many')
  }
}

function limiterOf({ name, points, seconds }: Limit): RateLimiterMemory {
  const limiter = limiters.get(name) ?? new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  limiters.set(name, limiter)
  return limiter
}

/**
 * How often strangers may post, by their address (IPv4, or the /64 of IPv6), by its corner of the network (/24, /48) and
 * by address and event. A hall of five hundred behind one address registers at the door within minutes; a machine that
 * does nothing else is stopped.
 */
const guards = {
  register: { address: [300, 60], corner: [900, 60], event: [1_000, 600] },
  find: { address: [60, 60], corner: [200, 60], event: [300, 600] },
  // A board takes three hundred offers that nobody has looked at: no single corner may fill it before others come.
  offer: { address: [60, 60], corner: [120, 3_600], event: [30, 3_600] },
} as const

/** From one address for one event so many register without being asked for anything: a hall that comes in by and by. */
const unasked: Limit = { name: 'register-unasked', points: 100, seconds: 600 }

/**
 * Lets a registration pass. From an address that sends many, each costs its browser some work first (refusal
 * `registration.prove`; the form's page hands the work out and sends again by itself); whoever has no script waits a
 * while. Asks the database only for a proof that is really there.
 */
export async function passRegistration(
  headers: Pick<Headers, 'get'>,
  event: PublishedEvent,
  proof: FormDataEntryValue | null,
): Promise<void> {
  if (config().LIMITS === 'off') return
  await passGuard('register', headers, event.eventId)
  const who = visitor(headers, event.eventId)
  if (who === null) return
  const { consumedPoints } = await limiterOf(unasked).penalty(who)
  if (consumedPoints <= unasked.points) return
  if (typeof proof === 'string' && proof !== '' && (await redeemWork(event, proof))) return
  refuse('registration.prove')
}

const hour = 3_600
/** Links to sign in with, an hour: for one mailbox from one corner of the network and in all, and from one client or corner. */
const links = {
  own: { name: 'links-own', points: 5, seconds: hour },
  mailbox: { name: 'links-mailbox', points: 15, seconds: hour },
  client: { name: 'links-client', points: 60, seconds: hour },
  corner: { name: 'links-corner', points: 200, seconds: hour },
}

/**
 * Lets somebody ask for a link to sign in with, or refuses `form.too-many`. There is no limit over all that one stranger
 * could use up for everybody, and none for a mailbox that they could use up for its owner.
 */
export async function passSignIn(headers: Pick<Headers, 'get'>, email: string): Promise<void> {
  await passElsewhere(headers)
  const corner = clientCorner(headers)
  if (corner) await countUse(links.own, `${email} ${corner.wide}`)
  await countUse(links.mailbox, email)
}

/** Lets somebody go to another house to sign in there, which it is asked about each time; or refuses `form.too-many`. */
export async function passElsewhere(headers: Pick<Headers, 'get'>): Promise<void> {
  const corner = clientCorner(headers)
  if (!corner) return
  await countUse(links.client, corner.near)
  await countUse(links.corner, corner.wide)
}

/** Work for somebody who was asked for it, the harder the more came from their address. */
export async function workFor(headers: Pick<Headers, 'get'>, event: PublishedEvent) {
  const who = visitor(headers, event.eventId)
  const counted = who === null ? null : await limiterOf(unasked).get(who)
  return makeWork(event, (counted?.consumedPoints ?? 0) / unasked.points)
}

const visitor = (headers: Pick<Headers, 'get'>, eventId: string): string | null => {
  const corner = clientCorner(headers)
  return corner && `${eventId}/${corner.near}`
}

/** Lets one post of a stranger pass, or refuses `form.too-many`. Costs microseconds; asks nobody. */
export async function passGuard(
  what: keyof typeof guards,
  headers: Pick<Headers, 'get'>,
  eventId: string,
): Promise<void> {
  const corner = clientCorner(headers)
  if (!corner) return
  const { near, wide } = corner
  const counted = { address: near, corner: wide, event: `${eventId}/${near}` }
  for (const [by, who] of Object.entries(counted)) {
    const [points, seconds] = guards[what][by as keyof typeof counted]
    await countUse({ name: `${what}-${by}`, points, seconds }, who)
  }
}
