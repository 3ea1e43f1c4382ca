import 'server-only'
import { database } from '@/lib/database/client'
import type { CrewLink } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { dayColumns } from '@/lib/program/queries/day'
import { answerOf } from '@/lib/program/rules'

/** Whoever leads stands first, then as ordered. */
const inOrder = [{ leads: 'desc' }, { position: 'asc' }, { id: 'asc' }] as const

/** The crew of the event for its organiser: contact, what they answered, how many of their links are live. */
export async function listVolunteers(scope: EventScope<'volunteers.edit'>) {
  const rows = await database().volunteer.findMany({
    where: { ...scope.within, removedAt: null },
    orderBy: [...inOrder],
    select: {
      id: true,
      version: true,
      name: true,
      role: true,
      shift: true,
      leads: true,
      email: true,
      phone: true,
      confirmedAt: true,
      declinedAt: true,
      secretLinks: { where: { revokedAt: null }, select: { id: true } },
    },
  })
  return rows.map(({ secretLinks, ...row }) => ({ ...row, answer: answerOf(row), links: secretLinks.length }))
}

export type ListedVolunteer = Awaited<ReturnType<typeof listVolunteers>>[number]

/** What a volunteer's own link shows: their role and shift, the day, who leads the crew. Null when they were removed. */
export async function findCrewPage(holder: CrewLink) {
  const me = await database().volunteer.findFirst({
    where: { ...holder.within, id: holder.subjectId, removedAt: null },
    select: {
      id: true,
      name: true,
      role: true,
      shift: true,
      leads: true,
      confirmedAt: true,
      declinedAt: true,
      event: {
        select: {
          ...dayColumns,
          volunteers: {
            where: { removedAt: null, declinedAt: null, leads: true },
            orderBy: { position: 'asc' },
            select: { id: true, name: true },
          },
        },
      },
    },
  })
  if (!me) return null
  const { event, ...volunteer } = me
  const { volunteers, ...day } = event
  const leads = volunteers.filter(({ id }) => id !== holder.subjectId).map(({ name }) => name)
  return { volunteer: { ...volunteer, answer: answerOf(volunteer) }, day, leads }
}
