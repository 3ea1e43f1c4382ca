import 'server-only'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { config, isBuilding } from '@/lib/config'
import { isPagePath, keptPage, type Page } from './front/pages'
import { readPost } from './front/post'
import { isSharedBy, sendPage, sendPlain } from './front/send'
import { onExpired } from './kept'
import { startNews } from './news'
import { takeRegistration } from './registering'
import { reportError } from './report'

/**
 * The front: what a hundred thousand people ask for in the same minute is answered before the framework, in its
 * process. Public pages leave as ready bytes, made by the framework and kept for a moment; registrations go to the same
 * function as the route's. Whatever it does not take, or has no answer to, goes on to the framework, which can answer
 * every address alone: with FRONT=off it does. `scripts/app/gate.mjs` hands each request over.
 */
type Front = (request: IncomingMessage, response: ServerResponse, goOn: () => void, secure: string[]) => boolean

const shared = globalThis as { nextStopFront?: Front; nextStopNews?: () => void }
const inner = randomBytes(16).toString('hex')

/** Starts hearing what changed, and takes over what is hot; not in a build, and the front not in development. */
export function startFront(): void {
  if (isBuilding() || shared.nextStopNews) return
  shared.nextStopNews = startNews()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => shared.nextStopNews?.())
  if (config().FRONT === 'off' || !config().production) return
  const pages = keptPage(inner)
  onExpired(pages.expire)
  shared.nextStopFront = (request, response, goOn, secure) => {
    const { method, url = '' } = request
    if (method === 'GET' || method === 'HEAD') {
      const cut = url.indexOf('?')
      const path = cut < 0 ? url : url.slice(0, cut)
      if (!isPagePath(path) || !isSharedBy(request.headers)) return false
      const known = pages.ready(path, request.socket)
      if (known) sendPage(request, response, known, secure)
      else void sendOnceMade(request, response, { making: pages.made(path, request.socket), goOn, secure })
      return true
    }
    if (method !== 'POST' || url !== '/api/registrations') return false
    void register(request, response, secure)
    return true
  }
}

type Way = { making: Promise<Page | null>; goOn: () => void; secure: string[] }

async function sendOnceMade(request: IncomingMessage, response: ServerResponse, { making, goOn, secure }: Way) {
  const page = await making.catch(() => null)
  if (response.destroyed) return
  if (page) sendPage(request, response, page, secure)
  else goOn()
}

async function register(request: IncomingMessage, response: ServerResponse, secure: string[]): Promise<void> {
  const headers = { get: (name: string) => textOf(request.headers[name]) }
  try {
    const body = await readPost(request)
    if (!body) hangUpAfter(request, response)
    sendPlain(response, await takeRegistration({ headers, body }), secure)
  } catch (error) {
    // Whoever left before the form was whole gets no answer.
    if (!request.destroyed || request.complete) reportError(error, 'front')
    response.destroy()
  }
}

/** Whoever sends too much is answered, then no longer listened to. */
function hangUpAfter(request: IncomingMessage, response: ServerResponse): void {
  response.shouldKeepAlive = false
  response.once('finish', () => setTimeout(() => request.destroy(), 1_000).unref())
}

const textOf = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : (value?.join(', ') ?? null)
