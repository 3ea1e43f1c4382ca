import 'server-only'
import { database } from '@/lib/database/client'
import { askModel, configuredModel, type Endpoint } from '@/lib/jobs/model'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { words } from '@/lib/words/load'
import { type Facts, type Moment, questionOf, type Wish, wordsIn } from '../rules/announcement'
import { findSession } from './sessions'
import type { SessionView } from './view'

export type Proposal = { words: string; by: 'machine' | 'hand' }
const variants = [1, 2, 3] as const

/**
 * Words for what comes now, to be read and changed by the host before anybody sees them: from the configured model, or
 * written by hand when there is none, when it is silent for eight seconds, or when its answer is no use twice.
 */
export async function proposeWords(scope: EventScope<'stage.run'>, wish: Wish & { turn: number }): Promise<Proposal> {
  const { city, cityEn } = await database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: { city: true, cityEn: true },
  })
  const view = await findSession(scope, false)
  const event = inLanguage(wish.language, city, cityEn)
  const facts = factsOf(view && !view.closed ? view : null, { ...wish, event })
  const endpoint = configuredModel()
  const said = endpoint && (await askForWords(endpoint, facts, wish))
  return said ?? { words: byHand(facts, wish), by: 'hand' }
}

/** The model's words, or null. It sees what the screen shows. */
export async function askForWords(endpoint: Endpoint, facts: Facts, wish: Wish): Promise<Proposal | null> {
  const words = await askModel(endpoint, questionOf(facts, wish), (answer) => wordsIn(answer, facts))
  return words === null ? null : { words, by: 'machine' }
}

/** One of the texts that were written by hand, another one each turn. */
export function byHand(facts: Facts, { language, turn }: Wish & { turn: number }): string {
  const t = words(language, 'draws')
  const { moment, event, prize = '', sponsor = '', people = 0, winners = [] } = facts
  const names = winners.join(language === 'zh' ? '、' : ', ')
  return t(`say.${moment}${variants[turn % variants.length] ?? 1}`, { event, prize, sponsor, people, names })
}

function factsOf(view: SessionView | null, { event, language }: Wish & { event: string }): Facts {
  const draw = view && drawOf(view)
  const about = draw
    ? {
        prize: inLanguage(language, draw.title, draw.titleEn),
        sponsor: inLanguage(language, draw.sponsor, draw.sponsorEn),
        units: draw.units,
      }
    : {}
  const called = draw?.people.filter(({ status }) => status === 'called') ?? []
  const t = words(language, 'draws')
  const winners = called.map(({ label, n }) => `${label ?? ''} ${t('stage.number', { n })}`.trim())
  const moment = momentOf(view)
  return {
    moment,
    event,
    ...(moment === 'before' || moment === 'done' ? {} : about),
    ...(view?.lock ? { people: view.lock.count } : {}),
    ...(moment === 'called' ? { winners } : {}),
  }
}

function momentOf(view: SessionView | null): Moment {
  const step = view?.step.step
  if (!view || !step || step === 'lock') return 'before'
  if (step === 'arm') return view.draws.every(({ state }) => state === 'left') ? 'locked' : 'next'
  if (step === 'throw') return 'throw'
  if (step === 'reveal') return 'ready'
  return step === 'claim' ? 'called' : 'done'
}

function drawOf(view: SessionView) {
  const { step } = view
  if (step.step === 'claim') return view.draws.find(({ result }) => result === step.result)
  if (step.step === 'reveal') return view.draws.find(({ id }) => id === view.armed?.draws[step.index])
  return view.draws.find(({ id, state }) => (view.armed ? view.armed.draws.includes(id) : state === 'left'))
}
