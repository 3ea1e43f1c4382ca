import 'server-only'
import { database } from '@/lib/database/client'
import type { PublishedEvent } from '@/lib/people/scope'
import { type Openness, opennessOf, seatsLeft } from '../rules/seats'
import { questionsOf } from './questions'

/** What the registration form shows of a stop. */
export type RegistrationDesk = Awaited<ReturnType<typeof findDesk>>

/** The stop's facts beside the form, and whether anybody may register at this moment. */
export async function findDesk(event: PublishedEvent) {
  const row = await database().event.findUniqueOrThrow({
    where: { id: event.eventId },
    select: {
      id: true,
      slug: true,
      number: true,
      city: true,
      cityEn: true,
      title: true,
      titleEn: true,
      pigment: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      capacity: true,
      heldSeats: true,
      openCount: true,
      approvalRequired: true,
      entryMode: true,
      ballotEndsAt: true,
      ballotDrawnAt: true,
      publishedAt: true,
      postponedAt: true,
      cancelledAt: true,
      registrationEndsAt: true,
      series: { select: { slug: true, name: true, nameEn: true, organizerName: true } },
      venue: { select: { name: true, nameEn: true } },
    },
  })
  const waits = await database().registration.findFirst({
    where: { ...event.within, status: 'waitlisted', offerExpiresAt: null },
    select: { id: true },
  })
  const openness: Openness = opennessOf(row, new Date())
  const questions = (await questionsOf(event)).filter(({ removed }) => !removed)
  return { ...row, questions, openness, seatsLeft: waits ? 0 : seatsLeft(row) }
}
