import 'server-only'
import { change } from '@/lib/database/change'
import { database, type Transaction } from '@/lib/database/client'
import type { TicketHolder } from '@/lib/people/holder'
import type { SystemJob } from '@/lib/people/scope'
import { type Given, sensitiveDays } from '../rules/questions'
import { keptDays } from '../rules/seats'

/** A step of registering: what several people answered, by one statement. The questions must be the event's own. */
export async function insertAnswers(
  tx: Transaction,
  eventId: string,
  answered: { registrationId: string; answers: Given[] }[],
): Promise<void> {
  const data = answered.flatMap(({ registrationId, answers }) =>
    answers.map((answer) => ({ eventId, registrationId, ...answer })),
  )
  if (data.length > 0) await tx.answer.createMany({ data })
}

/** Rewrites what the holder answered to the questions the form showed; answers to others stay as they are. */
export const editAnswers = (ticket: TicketHolder, { answers, shown }: { answers: Given[]; shown: string[] }) =>
  change(ticket, {}, async (tx, record) => {
    const { eventId, subjectId: registrationId } = ticket
    const touched = [...new Set([...shown, ...answers.map(({ questionId }) => questionId)])]
    await tx.answer.deleteMany({ where: { ...ticket.within, registrationId, questionId: { in: touched } } })
    await insertAnswers(tx, eventId, [{ registrationId, answers }])
    record('registration.answered', registrationId, { count: answers.length })
  })

/**
 * Forgets answers that have served their time: sensitive ones `sensitiveDays` after the stop, all others with the
 * contacts. Answers how many.
 */
export const forgetAnswers = (_job: SystemJob): Promise<number> => database().$executeRaw`
  DELETE FROM answers a USING questions q, events e
  WHERE q.event_id = a.event_id AND q.id = a.question_id AND e.id = a.event_id
    AND e.ends_at < now() - make_interval(days => CASE WHEN q.sensitive THEN ${sensitiveDays}::int ELSE ${keptDays}::int END)`
