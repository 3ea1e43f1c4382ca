import type { Answer, Deed } from './deeds'
import { doors } from './rules-door'
import { lists } from './rules-lists'
import { organizers } from './rules-organizers'
import { tickets } from './rules-tickets'
import { No, type Stop } from './stop'

type Rules = { [K in Deed['do']]: (stop: Stop, deed: Extract<Deed, { do: K }>, answered: unknown) => unknown }

const rules: Rules = { ...tickets, ...organizers, ...lists, ...doors }

/**
 * What the rules say comes of a deed; the stop is then as they say, or as before when they say no. `answer` is what
 * really came, of which only the ids of new things are believed.
 */
export function judge(stop: Stop, deed: Deed, answer: Answer): Answer {
  stop.lines = []
  const before = structuredClone(stop)
  const { do: _, ...input } = deed
  const key = 'key' in deed ? `${deed.do === 'register' ? 'guest' : 'person'}:${deed.key}` : null
  const told = JSON.stringify(input)
  const known = key && deed.do !== 'keep list' ? stop.keys[key] : undefined
  if (known)
    return known.input === told ? { answered: known.answered } : { refused: 'form.key-used-for-something-else' }
  try {
    const rule = rules[deed.do] as (stop: Stop, deed: Deed, answered: unknown) => unknown
    const answered = rule(stop, deed, 'answered' in answer ? answer.answered : null)
    // Whoever registers while a seat is free for somebody else lets that one in, whatever comes of the own form.
    if (answered instanceof No) return { refused: answered.code }
    if (key) stop.keys[key] = { input: told, answered }
    return { answered: answered ?? null }
  } catch (error) {
    Object.assign(stop, before)
    stop.lines = []
    if (error instanceof No) return { refused: error.code }
    throw error
  }
}
