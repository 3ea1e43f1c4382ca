import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { provesMail } from '@/lib/mail/preferences'
import type { HolderOf, LinkKind } from '@/lib/people/holder'
import type { EventPermission } from '@/lib/people/roles'
import { type EventScope, eventScope } from '@/lib/people/scope'
import { isTooBusy } from '@/lib/values/busy'
import { Refusal } from '@/lib/values/refusal'
import { currentHolder } from './holder'
import { isSameOrigin } from './origin'
import { asDoorsDo } from './own-share'
import { reportError } from './report'
import { currentViewer } from './session'

/**
 * The doors for stable URLs: every method of a route.ts is one call of a function here. Answers are private and not
 * stored unless the handler says otherwise; what is not HTML runs nothing even if a browser were made to show it.
 */
type Params = Record<string, string>
// Routes without parameters get none, whatever the types of the framework say.
type Context = { params: Promise<Record<string, string | string[]>> }
type Route = (request: Request, context: Context) => Promise<Response>
type Answer<More> = (request: Request, known: { params: Params } & More) => Promise<Response> | Response

/** Anybody may call it. With `writes`, only our own pages may. */
export const publicRoute = (policy: { writes?: boolean }, answer: Answer<object>): Route =>
  door(policy, (request, params) => answer(request, { params }))

/**
 * Whoever has a mail: the proof in its links, `[message]` and `[proof]` in the path, is all that counts. Mail programs
 * post here by themselves, from anywhere and without a cookie (RFC 8058), so no origin is asked for.
 */
export const mailRoute = (answer: Answer<{ mail: { message: string; proof: string } }>): Route =>
  door({}, (request, params) => {
    const { message = '', proof = '' } = params
    return provesMail(message, proof)
      ? answer(request, { params, mail: { message, proof } })
      : new Response(null, { status: 404 })
  })

/** Whoever may do P to the event named by `[series]` and `[event]` in the path, or by `[event]` alone as its id. */
export const organizerRoute = <P extends EventPermission>(
  policy: { may: P; writes?: boolean },
  answer: Answer<{ scope: EventScope<P> }>,
): Route =>
  door(policy, (request, params) =>
    asDoorsDo(policy.may, async () => {
      const viewer = await currentViewer()
      if (!viewer) return new Response(null, { status: 401 })
      const { series, event = '' } = params
      const scope = await eventScope(viewer, series ? { series, event } : { id: event }, policy.may)
      return scope ? answer(request, { params, scope }) : new Response(null, { status: 404 })
    }),
  )

/** The holder of the secret link whose id is `[link]` in the path. */
export const holderRoute = <Kind extends LinkKind>(
  policy: { kind: Kind; writes?: boolean },
  answer: Answer<{ holder: HolderOf[Kind] }>,
): Route =>
  door(policy, async (request, params) => {
    const holder = await currentHolder(policy.kind, params.link ?? '')
    return holder ? answer(request, { params, holder }) : new Response(null, { status: 404 })
  })

function door(
  policy: { writes?: boolean },
  answer: (request: Request, params: Params) => Promise<Response> | Response,
): Route {
  return async (request, context) => {
    if (policy.writes && !isSameOrigin(request.headers)) return guarded(new Response(null, { status: 403 }))
    try {
      return guarded(await answer(request, textOf((await context.params) ?? {})))
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof Refusal) return guarded(Response.json({ refused: error.code }, { status: 422 }))
      if (isTooBusy(error)) return guarded(new Response(null, { status: 503, headers: { 'retry-after': '5' } }))
      return guarded(Response.json({ reference: reportError(error, 'route') }, { status: 500 }))
    }
  }
}

/** The rest of an address, `[...rest]`, comes in pieces. */
const textOf = (params: Record<string, string | string[]>): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, [value].flat().join('/')]))

/** What an answer says of itself unless its handler says otherwise. */
export const guard: readonly [string, string][] = [
  ['cache-control', 'private, no-store'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox"],
]

function guarded(response: Response): Response {
  const headers = new Headers(response.headers)
  for (const [name, value] of guard) if (!headers.has(name)) headers.set(name, value)
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
