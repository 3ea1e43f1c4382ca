/** A record's hash that a phone kept when it saw it. */
export type Seen = { i: number; hash: string }
/** What became of it: still there, another record now stands in its place, or the log no longer reaches that far. */
export type Kept = Seen & { still: 'same' | 'changed' | 'gone' }

/** Compares what a phone saw with the log as it is now. A log only ever grows: everything must still be there. */
export const compareSeen = (log: readonly { hash: string }[], seen: readonly Seen[]): Kept[] =>
  seen.map(({ i, hash }) => {
    const now = log[i]?.hash
    return { i, hash, still: now === undefined ? 'gone' : now === hash ? 'same' : 'changed' }
  })

/** The name under which a phone keeps what it saw of a session: its first record never changes. */
export const seenKey = ({ log }: { log: readonly { hash: string }[] }): string => `hat1:${log[0]?.hash ?? ''}`
