import { type Found, jsonIn, type Question } from '@/lib/values/model-answer'

/**
 * What the host says between draws. A machine may propose the words; it gets what the big screen shows and nothing else,
 * never the randomness, and whatever it answers is only a text that the host reads before anybody else does.
 */
export const moments = ['before', 'locked', 'next', 'throw', 'ready', 'called', 'done'] as const
export type Moment = (typeof moments)[number]

/** What the screen shows now, in words. */
export type Facts = {
  moment: Moment
  event: string
  prize?: string
  sponsor?: string
  units?: number
  people?: number
  /** Masked, as they stand on the screen. */
  winners?: string[]
}

/** A text for the big screen is at most this long; longer ones nobody reads from the last row. */
export const longest = 120

export type Wish = { language: 'zh' | 'en'; tone: string }

/** What a machine is asked. */
export function questionOf(facts: Facts, { language, tone }: Wish): Question {
  const wanted = language === 'zh' ? 'simplified Chinese' : 'English'
  const system = [
    'You write one or two short sentences that the host of a friendly community meetup says before the next step of a prize draw.',
    `Write in ${wanted}, at most ${longest} characters. Use only the facts given. Invent no name, no number, no promise, no link.`,
    'You have no part in who wins, and you never guess it.',
    'Answer with JSON only: {"words": "…"}',
  ].join(' ')
  return { system, user: JSON.stringify({ facts, ...(tone ? { tone } : {}) }), warmth: 0.9, mostTokens: 300 }
}

/** The words in an answer, or what is wrong with it. Numbers that are not among the facts were made up. */
export function wordsIn(answer: string, facts: Facts): Found<string> {
  const text = (jsonIn(answer) as { words?: unknown } | null | undefined)?.words
  if (typeof text !== 'string') return { wrong: 'it is not the JSON that was asked for' }
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (words === '') return { wrong: 'it is empty' }
  if ([...words].length > longest) return { wrong: `it is longer than ${longest} characters` }
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]|https?:|www\.|[<>{}]/u.test(words))
    return { wrong: 'it holds a link or a sign' }
  const known = JSON.stringify(facts)
  const invented = [...words.matchAll(/\d+/g)].find(([number]) => !known.includes(number))
  return invented ? { wrong: `${invented[0]} is not among the facts` } : { found: words }
}
