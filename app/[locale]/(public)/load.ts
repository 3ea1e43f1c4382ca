import 'server-only'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { config } from '@/lib/config'
import { hasPublicDraw } from '@/lib/draws/queries/sessions'
import { listPublicStops, publicEvent, publicSeats } from '@/lib/events/queries'
import { keepDisplayFont } from '@/lib/media/fonts/kept-font'
import { type EventScope, publicSeries, publishedEvent, type ShownEvent } from '@/lib/people/scope'
import { publicProgram } from '@/lib/program/queries/program'
import { listPublicSeriesSlugs, publicSeriesFacts } from '@/lib/series/queries'
import { publicNeeds } from '@/lib/sponsors/queries/needs'
import { publicSupport } from '@/lib/sponsors/queries/support'
import { isSlug } from '@/lib/values/slug'
import { homeTag, remember, seatsTag, seriesTag } from '@/lib/web/cache'

/** What the public pages, feeds and pictures know; everything remembered here is plain and public. */
export type Tour = NonNullable<Awaited<ReturnType<typeof loadTour>>>
export type TourStop = Tour['stops'][number]
export type Stop = NonNullable<Awaited<ReturnType<typeof loadStop>>>
type Fonts = { city?: string; latin?: string }

const loadSeriesSlugs = cache(remember('series-slugs', listPublicSeriesSlugs, () => [homeTag]))

const loadTour = cache(
  remember(
    'tour',
    async (slug: string) => {
      const series = await publicSeries(slug)
      if (!series) return null
      const [facts, stops] = await Promise.all([publicSeriesFacts(series), listPublicStops(series)])
      return { ...facts, stops }
    },
    (slug) => [seriesTag(slug), homeTag],
  ),
)

const loadStop = cache(
  remember(
    'stop',
    async (series: string, slug: string) => {
      const event = await publishedEvent({ series, event: slug })
      return event && readStop(event)
    },
    (series) => [seriesTag(series)],
  ),
)

async function readStop(event: ShownEvent) {
  const facts = await publicEvent(event)
  const [program, support, needs, drawn, fonts] = await Promise.all([
    publicProgram(event),
    publicSupport(event),
    publicNeeds(event),
    hasPublicDraw(event),
    fontsOf(facts.city, facts.cityEn),
  ])
  return { ...facts, program, support, needs, drawn, fonts }
}

/** A draft as its page will be once it is published now, read anew each time and remembered nowhere. */
export async function previewOf(scope: EventScope<'event.view'>, now: Date) {
  const publishedAt = now.toISOString()
  const [facts, listed, stop, seats] = await Promise.all([
    publicSeriesFacts(scope),
    listPublicStops(scope),
    readStop(scope),
    publicSeats(scope),
  ])
  const stops = listed.map((one) => (one.id === stop.id ? { ...one, publishedAt } : one))
  return { tour: { ...facts, stops }, stop: { ...stop, publishedAt }, seats }
}

const loadSeats = remember(
  'seats',
  async (eventId: string, _series: string) => {
    const event = await publishedEvent({ id: eventId })
    return event ? publicSeats(event) : null
  },
  (eventId, series) => [seatsTag(eventId), seriesTag(series)],
)

/** Every series that anybody may see, the liveliest first; the home page shows the first dozen. */
export async function listTours(): Promise<Tour[]> {
  const tours = await Promise.all((await loadSeriesSlugs()).slice(0, 12).map(loadTour))
  return tours.filter((tour) => tour !== null)
}

/** Seats taken and seats there are at a published stop; of its own, as it moves with every registration. */
export const seatsOf = async (stop: { id: string }, seriesSlug: string) =>
  (await loadSeats(stop.id, seriesSlug)) ?? { capacity: 0, confirmedCount: 0 }

/**
 * The series at a slug, or null. Only slugs that exist are ever remembered, so that made-up addresses fill no cache;
 * a slug it once had answers with `moved`.
 */
export async function findTour(slug: string): Promise<{ tour: Tour } | { moved: string } | null> {
  if (!isSlug(slug)) return null
  if (!(await loadSeriesSlugs()).includes(slug)) {
    const series = await publicSeries(slug)
    if (!series) return null
    if (series.seriesSlug !== slug) return { moved: series.seriesSlug }
  }
  const tour = await loadTour(slug)
  return tour && { tour }
}

/** The published stop at two slugs with its tour; `moved` holds today's slugs of one that had these before. */
export async function findStop(
  series: string,
  event: string,
): Promise<{ tour: Tour; stop: Stop } | { moved: [string, string] } | null> {
  if (!isSlug(event)) return null
  const found = await findTour(series)
  if (!found) return null
  if ('moved' in found || !found.tour.stops.some(({ slug }) => slug === event)) {
    const published = await publishedEvent({ series, event })
    if (!published) return null
    const moved: [string, string] = [published.seriesSlug, published.eventSlug]
    if ('moved' in found || moved[0] !== series || moved[1] !== event) return { moved }
  }
  const stop = await loadStop(series, event)
  return stop && { tour: found.tour, stop }
}

type Visited = { params: Record<string, string>; locale: string }

/** For pages: the tour of the address, or a redirect to where it lives now, or not found. */
export async function tourOf({ params, locale }: Visited, rest = ''): Promise<Tour> {
  const found = (await findTour(params.series ?? '')) ?? notFound()
  if ('moved' in found) permanentRedirect(`/${locale}/${found.moved}${rest}`)
  return found.tour
}

/** For pages: the stop of the address with its tour, or a redirect to where it lives now, or not found. */
export async function stopOf({ params, locale }: Visited, place: (path: string) => string = (path) => path) {
  const found = (await findStop(params.series ?? '', params.event ?? '')) ?? notFound()
  if ('moved' in found) permanentRedirect(`/${locale}${place(`/${found.moved.join('/')}`)}`)
  return found
}

async function fontsOf(city: string, latin: string): Promise<Fonts> {
  const folder = `${config().DATA_DIR}/fonts`
  const [first, second] = await Promise.all([keepDisplayFont(city, folder), keepDisplayFont(latin, folder)])
  return {
    ...(first ? { city: `/api/fonts/${first.name}` } : {}),
    ...(second ? { latin: `/api/fonts/${second.name}` } : {}),
  }
}

let refreshedAt = 0

/** Makes the fonts of all public stops anew, at most once a minute; answers whether it did. */
export async function refreshFonts(): Promise<boolean> {
  if (Date.now() - refreshedAt < 60_000) return false
  refreshedAt = Date.now()
  for (const { stops } of await listTours()) {
    for (const { city, cityEn } of stops) await fontsOf(city, cityEn)
  }
  return true
}
