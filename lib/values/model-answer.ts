/** What a model is asked; the warmer, the more it varies from one time to the next. */
export type Question = { system: string; user: string; warmth: number; mostTokens: number }

/** What was of use in an answer, or what is wrong with it, as the model is told. */
export type Found<T> = { found: T } | { wrong: string }

/** The JSON in an answer; undefined when there is none. Some models wrap what they were asked for in a fence. */
export function jsonIn(answer: string): unknown {
  try {
    return JSON.parse(answer.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ''))
  } catch {
    return undefined
  }
}
