import { ChangedMeanwhile } from './refusal'

/**
 * A number for what a form shows (FNV-1a of its fields), for settings that have no version of their own: as long as
 * nobody changed them it stays the same, whatever else of their row is written.
 */
export function markOf(shown: Record<string, string>): number {
  let hash = 0x811c9dc5
  for (const letter of JSON.stringify(Object.entries(shown).sort(([a], [b]) => (a < b ? -1 : 1)))) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash % 2_000_000_000
}

/** Raises ChangedMeanwhile when what stands there now is not what the form showed; a form without a mark saw nothing. */
export function refuseChanged(now: Record<string, string>, seen: number | undefined): void {
  const mark = markOf(now)
  if (seen !== undefined && seen !== mark) throw new ChangedMeanwhile(mark, now)
}
