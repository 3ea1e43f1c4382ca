import 'server-only'
import { database } from '@/lib/database/client'
import type { TicketHolder } from '@/lib/people/holder'
import type { EventScope, PublishedEvent } from '@/lib/people/scope'
import type { Question } from '../rules/questions'

type AskedQuestion = Question & { removed: boolean }
export type GuestAnswer = Awaited<ReturnType<typeof listAnswers>>[number]
export type OrganizedQuestion = Awaited<ReturnType<typeof listQuestions>>[number]

const columns = {
  id: true,
  kind: true,
  label: true,
  labelEn: true,
  why: true,
  whyEn: true,
  options: true,
  retiredOptions: true,
  required: true,
  sensitive: true,
  audience: true,
  removedAt: true,
} as const

/** Every question the event has or had, in the order of the form. */
export async function questionsOf({ within }: Pick<PublishedEvent | TicketHolder, 'within'>): Promise<AskedQuestion[]> {
  const rows = await database().question.findMany({
    where: { ...within },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: columns,
  })
  return rows.map(({ removedAt, ...question }) => ({ ...question, removed: removedAt !== null }))
}

/** What the holder of a ticket answered, by question. */
export async function answersOf(ticket: TicketHolder): Promise<Map<string, string[]>> {
  const rows = await database().answer.findMany({
    where: { ...ticket.within, registrationId: ticket.subjectId },
    select: { questionId: true, given: true },
  })
  return new Map(rows.map(({ questionId, given }) => [questionId, given]))
}

/** What one guest answered, in the order of the form, also to questions that were taken off it. */
export async function listAnswers(
  scope: EventScope<'guests.view'> | EventScope<'guests.edit'>,
  registrationId: string,
) {
  const rows = await database().answer.findMany({
    where: { ...scope.within, registrationId },
    orderBy: { question: { position: 'asc' } },
    select: { given: true, question: { select: { label: true, labelEn: true, sensitive: true } } },
  })
  return rows.map(({ given, question }) => ({ given, ...question }))
}

/** Is anything asked here that is to be forgotten soon? */
export const asksSensitive = async (scope: EventScope<'guests.view'>): Promise<boolean> =>
  (await database().question.count({ where: { ...scope.within, sensitive: true }, take: 1 })) > 0

/** The questions for their organisers, with how many answered and how often each choice was taken. */
export async function listQuestions(scope: EventScope<'guests.edit'>) {
  const rows = await database().question.findMany({
    where: { ...scope.within, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { ...columns, version: true, _count: { select: { answers: true } } },
  })
  const tallies = await database().$queryRaw<{ id: string; given: string; count: number }[]>`
    SELECT a.question_id::text AS id, g AS given, count(*)::int AS count
    FROM answers a JOIN questions q ON q.event_id = a.event_id AND q.id = a.question_id, unnest(a.given) g
    WHERE a.event_id = ${scope.eventId}::uuid AND q.kind IN ('choice', 'several') GROUP BY 1, 2`
  return rows.map(({ _count, ...row }) => ({
    ...row,
    answers: _count.answers,
    tally: new Map(tallies.filter(({ id }) => id === row.id).map(({ given, count }) => [given, count])),
  }))
}
