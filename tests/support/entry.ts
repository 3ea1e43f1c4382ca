import { change } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { seatInOrder } from '@/lib/registration/commands/ballot'
import { addHold } from '@/lib/registration/commands/holds'
import { addQuestion } from '@/lib/registration/commands/questions'
import { listHolds } from '@/lib/registration/queries/entry'
import { holdSchema } from '@/lib/registration/schema/entry'
import { newQuestionSchema } from '@/lib/registration/schema/questions'
import { anOrganizerOf } from './factories'

type At = { id: string; seriesId: string }

/** Seats set aside at an event, with what was made of codes. */
export async function aHold(event: At, given: Partial<Record<string, string>> = {}) {
  const scope = await anOrganizerOf('guests.edit', event)
  const input = holdSchema.parse({ kind: 'speakers', name: '嘉宾', seats: '2', codes: 'shared', expires: '', ...given })
  const { id } = await addHold(scope, input)
  const hold = (await listHolds(scope)).find((row) => row.id === id)
  if (!hold) throw new Error('the hold is gone')
  return { scope, id, codes: hold.codes.map(({ code }) => code) }
}

/** A question on an event's form; answers its id. */
export async function aQuestion(event: At, given: Partial<Record<string, string>> = {}) {
  const scope = await anOrganizerOf('guests.edit', event)
  const filled = {
    kind: 'text',
    label: '你在做什么？',
    labelEn: 'What do you make?',
    why: '破冰分组用',
    whyEn: 'For groups',
  }
  const input = newQuestionSchema.parse({ ...filled, options: '', audience: 'everyone', ...given })
  return (await addQuestion(scope, input)).id
}

/** Lets the database's clock stand where a test needs it: everything of an event moves by so many hours. */
export const hoursLater = (eventId: string, hours: number) =>
  database().$executeRaw`
    UPDATE events SET starts_at = starts_at - make_interval(hours => ${hours}::int), ends_at = ends_at - make_interval(hours => ${hours}::int),
      ballot_ends_at = ballot_ends_at - make_interval(hours => ${hours}::int)
    WHERE id = ${eventId}::uuid`

/** Seats a ballot's entries in this order, as a draw does, without any draw. */
export const seatDrawn = (scope: EventScope<'guests.edit'> | EventScope<'stage.run'>, order: string[]) =>
  change(scope, {}, (tx, record) => seatInOrder(tx, record, scope, order))

/** The entries of a ballot that is not drawn yet, in the order they came. */
export const listEntries = (scope: EventScope<'guests.edit'>) =>
  database().registration.findMany({
    where: { ...scope.within, status: 'pending', event: { entryMode: 'ballot', ballotDrawnAt: null } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })

/** So many hours pass for one event: for its start, and for when its guests got their seats and were asked again. */
export const sleepHours = async (eventId: string, hours: number) => {
  await database().$executeRaw`
    UPDATE events SET starts_at = starts_at - make_interval(hours => ${hours}::int), ends_at = ends_at - make_interval(hours => ${hours}::int)
    WHERE id = ${eventId}::uuid`
  await database().$executeRaw`
    UPDATE registrations SET confirmed_at = confirmed_at - make_interval(hours => ${hours}::int),
      reconfirm_asked_at = reconfirm_asked_at - make_interval(hours => ${hours}::int)
    WHERE event_id = ${eventId}::uuid`
}
