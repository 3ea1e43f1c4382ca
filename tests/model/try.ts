import fc from 'fast-check'
import type { Plan } from './choose'
import { difference, inTrueOrder, told } from './compare'
import type { Entry } from './deeds'
import { play } from './play'
import { Edge } from './stop'
import { open } from './world'

/** What was done in all. */
export const tally = { runs: 0, operations: 0, refused: 0, brokenOff: 0, shared: 0, busy: 0, edges: 0 }
const verbs = new Map<string, number>()

/** The same in one line, and how often each thing came about. */
export function figures(): string {
  const { runs, operations, refused, brokenOff, shared, busy, edges } = tally
  const what = [...verbs].sort(([, a], [, b]) => b - a).map(([verb, times]) => `${verb} ${times}`)
  return `${operations} operations in ${runs} runs, 0 differences: ${refused} refused, ${brokenOff} broken off, ${shared} in a
  shared transaction, ${busy} told to come again, ${edges} runs too close to an instant. ${what.join(', ')}`
}

function count(entries: Entry[]) {
  const refusedAs = (code?: string) =>
    entries.filter(({ answer }) => 'refused' in answer && (!code || answer.refused === code)).length
  tally.runs++
  tally.operations += entries.length
  tally.refused += refusedAs()
  tally.busy += refusedAs('form.busy')
  tally.brokenOff += entries.filter(({ failed }) => failed).length
  tally.shared += entries.filter(({ batch }) => batch && batch.from < batch.to).length
}

/** Plays one plan and throws the first difference from the rules, with the history in its true order. */
export async function tryOut(plan: Plan): Promise<void> {
  const { world, stop } = await open(plan.setup)
  const entries = await play(world, plan)
  count(entries)
  try {
    const found = unplaced(entries) ?? (await difference(world, stop, entries))
    if (found) throw new Error(`${found}\n\n${historyOf(entries)}`)
  } catch (error) {
    if (!(error instanceof Edge)) throw error
    tally.edges++
  }
  for (const { lines = [] } of inTrueOrder(entries)) {
    for (const { verb } of lines) verbs.set(verb, (verbs.get(verb) ?? 0) + 1)
  }
}

/**
 * Tries many plans. One that differs is played once more with one deed after the other: what differs then too is a
 * mistake in what is done, and fast-check looks for the shortest evening that shows it; else it is a race.
 */
export async function hold(plans: fc.Arbitrary<Plan>, given: { seed: number; numRuns: number; path?: string }) {
  const details = await fc.check(fc.asyncProperty(plans, tryOut), { ...given, endOnFailure: true })
  if (!details.failed) return
  const plan = details.counterexample?.[0] as Plan
  const alone = await fc.check(
    fc.asyncProperty(plans, (one) => tryOut({ ...one, workers: 1 })),
    { examples: [[plan]], numRuns: 1, interruptAfterTimeLimit: 120_000 },
  )
  throw new Error(
    [
      `--seed ${details.seed} --path ${details.counterexamplePath} plays it again.`,
      String(details.errorInstance),
      alone.failed
        ? `Also one after the other; at its shortest:\n${alone.errorInstance}`
        : 'Not one after the other: a race.',
    ].join('\n\n'),
  )
}

/** Whoever got an answer stood somewhere in the order, but for the clock that found nothing due. */
function unplaced(entries: Entry[]): string | null {
  const lost = entries.find(({ serial, failed, deed }) => serial === null && !failed && deed.do !== 'read the clock')
  return lost ? `${told(lost)} has no place in the order` : null
}

const historyOf = (entries: Entry[]) => inTrueOrder(entries).map(told).join('\n')
