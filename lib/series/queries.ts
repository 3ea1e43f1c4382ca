import 'server-only'
import { database } from '@/lib/database/client'
import { listen } from '@/lib/database/listen'
import type { PublicSeries, SeriesScope, ShownEvent, SystemJob, Viewer } from '@/lib/people/scope'

const words = { name: true, nameEn: true, tagline: true, taglineEn: true, organizerName: true, reach: true } as const

/** The words of a series for its public pages. */
export const publicSeriesFacts = async (series: PublicSeries | ShownEvent) =>
  database().series.findUniqueOrThrow({ where: { id: series.seriesId }, select: { id: true, slug: true, ...words } })

/** The slugs of every series that anybody may see, the one with the latest event first. Needs no proof: it is the home page. */
export async function listPublicSeriesSlugs(): Promise<string[]> {
  const found = await database().series.findMany({
    where: { events: { some: { removedAt: null, publishedAt: { not: null } } } },
    select: {
      slug: true,
      events: {
        where: { removedAt: null, publishedAt: { not: null } },
        orderBy: { startsAt: 'desc' },
        take: 1,
        select: { startsAt: true },
      },
    },
  })
  const latest = (series: (typeof found)[number]) => series.events[0]?.startsAt.getTime() ?? 0
  return found.sort((a, b) => latest(b) - latest(a)).map(({ slug }) => slug)
}

/** The words of a series for its organisers, with the version an edit must name. */
export const findSeries = (scope: SeriesScope<'series.view'> | SeriesScope<'series.edit'>) =>
  database().series.findUniqueOrThrow({
    where: { id: scope.seriesId },
    select: { id: true, slug: true, version: true, ...words },
  })

/** The series the viewer has anything to do with, and whether in all of it or only in single events. */
export async function listMySeries(viewer: Viewer) {
  const live = { personId: viewer.personId, revokedAt: null }
  const found = await database().series.findMany({
    where: viewer.owner ? {} : { memberships: { some: live } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, slug: true, name: true, nameEn: true, memberships: { where: live, select: { eventId: true } } },
  })
  return found.map(({ memberships, ...series }) => ({
    ...series,
    whole: viewer.owner || memberships.some(({ eventId }) => eventId === null),
  }))
}

/** The name of a series, and whether anything of it is public, for the frame around its pages. */
export async function findSeriesHeading(scope: SeriesScope<never>) {
  const { events, ...series } = await database().series.findUniqueOrThrow({
    where: { id: scope.seriesId },
    select: {
      name: true,
      nameEn: true,
      events: { where: { removedAt: null, publishedAt: { not: null } }, take: 1, select: { id: true } },
    },
  })
  return { ...series, public: events.length > 0 }
}

/** What to do with each piece of news; see `hearChanges`. */
type ChangeEars = {
  hearing: (now: boolean) => void
  series: (slug: string) => void
  seats: (eventId: string, slug: string) => void
}

/**
 * Hears, for as long as the process lives, at the commit of whichever server: that something of a series changed (by
 * every slug it ever had), or how many seats of one of its events are taken. Answers how to stop.
 */
export function hearChanges(_job: SystemJob, ears: ChangeEars): () => void {
  return listen('changed', {
    hearing: ears.hearing,
    heard: (text) => {
      const [what, one = '', two = ''] = text.split(' ')
      if (what === 'series') ears.series(one)
      if (what === 'seats') ears.seats(one, two)
    },
  })
}
