'use client'

import { useEffect, useState } from 'react'

export type Throw = { kind: 'dice' | 'cards'; thrown: string[] }

const none: Throw = { kind: 'dice', thrown: [] }

/** What was typed of a throw; this tab keeps it, so that a page that had to be loaded again does not ask for it again. */
export function useKeptThrow(arm: string): [Throw, (next: Throw) => void] {
  const [now, setNow] = useState(none)
  const place = `throw:${arm}`
  useEffect(() => setNow(readKept(place)), [place])
  const keep = (next: Throw) => {
    setNow(next)
    try {
      sessionStorage.setItem(place, JSON.stringify(next))
    } catch {
      // A browser that keeps nothing has it on the page all the same.
    }
  }
  return [now, keep]
}

function readKept(place: string): Throw {
  try {
    const { kind, thrown } = JSON.parse(sessionStorage.getItem(place) ?? '{}')
    const pieces = Array.isArray(thrown) && thrown.every((piece) => /^([1-6]|(10|[A2-9JQK])[SHDC])$/.test(piece))
    return pieces && ['dice', 'cards'].includes(kind) ? { kind, thrown } : none
  } catch {
    return none
  }
}
