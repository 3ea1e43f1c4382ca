import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'

/** What stands at the head of every dashboard page of an event; any right to the event is enough. */
export async function findEventHeading(scope: EventScope<never>) {
  const { series, ...event } = await database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: {
      number: true,
      city: true,
      cityEn: true,
      pigment: true,
      publishedAt: true,
      series: { select: { name: true, nameEn: true } },
    },
  })
  return { ...event, seriesName: series.name, seriesNameEn: series.nameEn }
}
