export type StopState = 'done' | 'now' | 'next' | 'draft' | 'cancelled'

type StationMarkProps = {
  readonly state: StopState
  /** Shown inside a larger ring, where stops are counted. */
  readonly number?: number
}

/** The ring of a station. Says nothing to a screen reader: whoever uses it says the state in words. */
export function StationMark({ state, number }: StationMarkProps) {
  return (
    <span
      className="brand-mark"
      data-state={state}
      data-numbered={number === undefined ? undefined : ''}
      aria-hidden="true"
    >
      {number}
    </span>
  )
}
