/**
 * A state of the world in which something cannot be done, told as a value: `part.reason`, for example
 * `events.slug-taken`. Its words stand in `lib/words/<locale>/<part>.json` under `refusals.<reason>`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: `${string}.${string}`,
    readonly about: { field?: string; values?: Record<string, string | number> } = {},
  ) {
    super(code)
  }
}

/** Ends the act with a refusal that people can do something about. Never returns. */
export function refuse(code: `${string}.${string}`, about?: Refusal['about']): never {
  throw new Refusal(code, about)
}

/**
 * Someone else changed the same thing since the form was opened. `current` holds what stands there now, by the
 * form's own field names, so that the person sees both and loses neither.
 */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile'
  constructor(
    readonly version: number,
    readonly current: Record<string, string>,
  ) {
    super('changed meanwhile')
  }
}
