import 'server-only'
import type { Stand, Topic } from '@/lib/draws/queries/live'
import { clientCorner } from '../origin'
import { makePlaces, type Place } from './places'
import { enter, markFor } from './rooms'

/** So many streams a process; whoever gets none is told to ask instead, every few seconds. */
const places = makePlaces(6_000)
const beatEvery = 15_000
/** A stream ends after five minutes and is opened anew: a link revoked meanwhile then opens no more. */
const lasts = () => 240_000 + Math.random() * 120_000

/** `own` is who listens, where that is known: a ticket, or a person with a role. */
type About = { eventId: string; topics: readonly Topic[]; registrationId?: string; own?: string }

/**
 * Server-sent events that say no more than "there is something new, ask": `data` is the topic. On the page of a ticket
 * whose own luck changed, ` yours` and one word of how it stands follow: whoever is called sees it before asking. With
 * any other `accept` it answers the mark alone, for browsers and proxies that hold no stream: ask again and compare.
 * `since` (or Last-Event-ID) is the mark that the page knows.
 */
export async function liveAnswer(request: Request, about: About): Promise<Response> {
  if (!request.headers.get('accept')?.includes('text/event-stream')) {
    const mark = await markFor(about.eventId, about.topics)
    return new Response(String(mark), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
  const corner = clientCorner(request.headers)?.wide ?? ''
  const place = places.take({ own: about.own ?? about.registrationId ?? null, corner })
  if (!place) return new Response(null, { status: 503, headers: { 'retry-after': '30' } })
  return new Response(streamOf(request, { ...about, place }), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

const bytes = new TextEncoder()
const sinceOf = (request: Request): string | null =>
  request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since')

function streamOf(request: Request, { place, ...about }: About & { place: Place }): ReadableStream<Uint8Array> {
  let end = () => {}
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        let over = false
        const say = (text: string) => {
          if (over) return
          // Somebody who reads nothing any more must not fill the memory.
          if ((controller.desiredSize ?? 0) < -64) return end()
          controller.enqueue(bytes.encode(text))
        }
        const tell = (topic: string, mark: number, own: Stand | null) =>
          say(`id: ${mark}\nevent: new\ndata: ${topic}${own ? ` yours ${own}` : ''}\n\n`)
        const beat = setInterval(() => say('event: beat\ndata:\n\n'), beatEvery)
        const full = setTimeout(() => end(), lasts())
        let leave = () => {}
        end = () => {
          if (over) return
          over = true
          clearInterval(beat)
          clearTimeout(full)
          leave()
          place.free()
          // The reader may have gone already.
          try {
            controller.close()
          } catch {}
        }
        place.givesWay(() => end())
        request.signal.addEventListener('abort', () => end(), { once: true })
        say('retry: 1500\n\n')
        const entered = await enter(about.eventId, { ...about, tell, end: () => end() }).catch(() => null)
        // The database is away: the browser tries again by itself.
        if (!entered) return end()
        leave = entered.leave
        if (over) return leave()
        const since = sinceOf(request)
        if (since !== null && since !== String(entered.mark)) tell('any', entered.mark, null)
        else say(`id: ${entered.mark}\nevent: beat\ndata:\n\n`)
      },
      cancel: () => end(),
    },
    { highWaterMark: 4 },
  )
}
