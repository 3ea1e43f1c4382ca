import { database } from '@/lib/database/client'
import { claimUnit, passOver } from '@/lib/draws/commands/claim'
import { armDraws, enterThrow, revealDraw } from '@/lib/draws/commands/draw'
import { lockHat } from '@/lib/draws/commands/hat'
import { publishPlan } from '@/lib/draws/commands/plan'
import { findDrawables, findSession } from '@/lib/draws/queries/sessions'
import type { SessionView } from '@/lib/draws/queries/view'
import { proposedOrder } from '@/lib/draws/rules/plan'
import type { PlanInput } from '@/lib/draws/schema'
import type { EventScope } from '@/lib/people/scope'
import { addGift } from '@/lib/prizes/commands/gifts'
import { anEvent, anOrganizerOf } from './factories'
import { givers } from './shanghai'
import { aGift } from './sponsors'

export type Stage = EventScope<'stage.run'>
export const dice = 'd6:3 1 6 2 5 5 4 1 2 6 3 3 4 6 1 5'

/** A published event with the Shanghai prizes (or those given) and so many people with a seat. */
export async function aRaffle(given: { people?: number; prizes?: [string, number, string?][] } = {}) {
  const event = await anEvent({ published: true, capacity: 500 })
  const scope = await anOrganizerOf('stage.run', event)
  const sponsors = await anOrganizerOf('sponsors.edit', event)
  for (const [title, quantity, sponsorName = '商汤科技'] of given.prizes ?? shanghaiPrizes()) {
    await addGift(sponsors, aGift({ title, quantity, sponsorName, thanks: '' }))
  }
  await seats(event.id, given.people ?? 180)
  return { event, scope }
}

const shanghaiPrizes = () =>
  givers.flatMap(({ sponsor, gifts }) =>
    gifts
      .filter(({ sort }) => sort.startsWith('prize-'))
      .map(({ title, quantity }): [string, number, string] => [title, quantity ?? 1, sponsor]),
  )

/** So many people of an event by as few statements as can be; how they registered is not the point here. */
export async function seats(eventId: string, count: number, status: 'confirmed' | 'pending' = 'confirmed') {
  const atOnce = 20_000
  for (let from = 0; from < count; from += atOnce) {
    await database().$executeRaw`
      INSERT INTO registrations (event_id, id, status, name, contact_kind, contact, search_text, locale, ticket_code,
        request_key, created_at, confirmed_at)
      SELECT ${eventId}::uuid, uuidv7(), ${status}::registration_status,
        substr('赵钱孙李周吴郑王冯陈', n % 10 + 1, 1) || '虚构', 'email', 'guest-' || n || '@example.com', '', 'zh',
        'Z' || lpad(n::text, 5, '0'), gen_random_uuid(), clock_timestamp(),
        CASE ${status} WHEN 'confirmed' THEN clock_timestamp() END
      FROM generate_series(${from}::int, ${Math.min(from + atOnce, count) - 1}::int) n`
  }
}

/** Publishes the proposed plan; answers the session's id. */
export async function planned(scope: Stage, given: Partial<Omit<PlanInput, 'prize' | 'place'>> = {}) {
  const order = proposedOrder((await findDrawables(scope)).prizes)
  return publishPlan(scope, {
    prize: order.map(({ id }) => id),
    place: order.map((_, index) => index + 1),
    ...{ preset: 'room', source: [], oneEach: true, rehearsal: false, wait: '0', unclaimed: 'again', weigh: 'equal' },
    ...given,
  })
}

/** Where the session stands, as the host sees it. */
export async function viewed(scope: Stage, rehearsal = false): Promise<SessionView> {
  const view = await findSession(scope, rehearsal)
  if (!view) throw new Error('there is no session')
  return view
}

export const seen = (view: SessionView) => ({ session: view.id, head: view.head })

/** Plans and locks everybody with a seat. */
export async function locked(scope: Stage, given: Parameters<typeof planned>[1] = {}) {
  await planned(scope, given)
  await lockNow(scope, given.rehearsal)
  return viewed(scope, given.rehearsal)
}

export const lockNow = async (scope: Stage, rehearsal = false) =>
  lockHat(scope, { ...seen(await viewed(scope, rehearsal)), who: 'confirmed' })

/** Takes the one step that is next, whatever it is; nobody is absent. Answers false when all is drawn. */
export const goOn = async (scope: Stage, rehearsal = false): Promise<boolean> =>
  stepOn(scope, await viewed(scope, rehearsal))

/** Takes the step that is next in this view of a session, of prizes or of a ballot. */
export async function stepOn(scope: Stage, view: SessionView): Promise<boolean> {
  const { step } = view
  if (step.step === 'arm') await armDraws(scope, { ...seen(view), draw: [step.left[0]?.id ?? ''] })
  else if (step.step === 'throw') await enterThrow(scope, { ...seen(view), arm: step.arm, text: dice })
  else if (step.step === 'reveal') await revealDraw(scope, { ...seen(view), arm: step.arm, signature: '' })
  else if (step.step === 'claim') await claimUnit(scope, calledIn(view))
  else return false
  return true
}

/** The first person who was drawn and has not come forward yet. */
export function calledIn(view: SessionView) {
  const result = view.step.step === 'claim' ? view.step.result : ''
  const person = view.draws.find((draw) => draw.result === result)?.people.find(({ status }) => status === 'called')
  return { session: view.id, result, entry: person?.entry ?? '' }
}

export async function absentNow(scope: Stage) {
  await passOver(scope, calledIn(await viewed(scope)))
}
