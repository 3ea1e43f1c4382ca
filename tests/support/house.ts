import { expect, test } from '@playwright/test'
import { allSources, type Source, source } from './sources'

/** A rule of the house: looks at sources and says what breaks it, one line each. */
export type Rule = (files: Source[]) => string[]

/**
 * Holds the whole project to a rule, and the rule to its word: each made-up file of `caught` must break it, alone.
 * A path may carry a mark after a `#`, so that several made-up files can stand in one place.
 */
export function holds(sentence: string, rule: Rule, caught: Record<string, string>, files = allSources) {
  test(sentence, () => {
    for (const [path, text] of Object.entries(caught)) {
      const planted = source(path.replace(/#.*$/, ''), text)
      expect(rule([planted]).length, `the rule must catch ${path}: ${text}`).toBeGreaterThan(0)
    }
    expect(rule(files())).toEqual([])
  })
}

/** The parts in the order of the chain: each may use those before it. */
export const CHAIN = [
  'people',
  'series',
  'events',
  'program',
  'registration',
  'checkin',
  'icebreaker',
  'sponsors',
  'prizes',
  'draws',
  'volunteers',
  'messages',
  'recap',
  'tour',
]

/** What a part's folder may hold, and the few names of single parts. */
export const NAMES = ['schema', 'rules', 'queries', 'commands']
export const OWN_NAMES: Record<string, string[]> = {
  people: ['roles', 'scope', 'holder'],
  events: ['calendar'],
}

/** The floors inside `lib`: a line may use what lies below it. */
const FLOORS: [floor: number, where: RegExp][] = [
  [90, /^lib\/web\//],
  [80, /^lib\/\w+\/commands(\/|\.ts$)/],
  [70, /^lib\/\w+\/queries(\/|\.ts$)/],
  [60, /^lib\/people\/(scope|holder)\.ts$/],
  [50, /^lib\/\w+\/(rules|calendar)(\/|\.tsx?$)/],
  [45, /^lib\/\w+\/schema(\/|\.ts$)/],
  [40, /^lib\/people\/roles\.ts$/],
  [30, /^lib\/(mail|media|jobs)\//],
  [25, /^lib\/database\//],
  [20, /^lib\/words\//],
  [20, /^lib\/config\.ts$/],
  [10, /^lib\/values\//],
]

export type Place = { floor: number; part: string | null; room: string }

/** Where a file stands: its floor, the part it belongs to (null outside the parts), and the folder or file of its floor. */
export function placeOf(path: string): Place | null {
  const floor = FLOORS.find(([, where]) => where.test(path))?.[0]
  if (floor === undefined) return null
  const [, folder = '', name = ''] = path.split('/')
  const part = CHAIN.includes(folder) ? folder : null
  return { floor, part, room: part ? `${folder}/${name.replace(/\.tsx?$/, '')}` : folder }
}
