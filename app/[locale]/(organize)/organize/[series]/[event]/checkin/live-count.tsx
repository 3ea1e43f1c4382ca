'use client'

import { useEffect, useState } from 'react'

type Count = { inside: number; confirmed: number }
type Props = { address: string; start: Count; words: { inside: string; of: string } }

/** How many are in, asked for every three seconds while the page is looked at, so that all doors show the same. */
export function LiveCount({ address, start, words }: Props) {
  const [count, setCount] = useState(start)
  useEffect(() => setCount(start), [start])
  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return
      try {
        const answer = await fetch(address, { cache: 'no-store' })
        if (answer.ok) setCount((await answer.json()) as Count)
      } catch {
        // Without a network the last number stays; the next try may get through.
      }
    }
    const timer = setInterval(ask, 3_000)
    return () => clearInterval(timer)
  }, [address])
  return (
    <p className="tabular flex items-baseline gap-2">
      <span className="text-4xl font-bold">{count.inside}</span>
      <span className="text-muted">
        {words.of.replace('{confirmed}', String(count.confirmed))} {words.inside}
      </span>
    </p>
  )
}
