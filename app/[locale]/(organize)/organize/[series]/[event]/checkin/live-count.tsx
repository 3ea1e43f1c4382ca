'use client'

import { useEffect, useState } from 'react'
import { listen } from '@/components/live/listen'

type Count = { inside: number; confirmed: number }
type Props = { address: string; live: string; start: Count; words: { inside: string; of: string } }

/** How many are in; asked again whenever any door let somebody in, so that all doors show the same. */
export function LiveCount({ address, live, start, words }: Props) {
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
    const stop = listen(live, { news: ask })
    document.addEventListener('visibilitychange', ask)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', ask)
    }
  }, [address, live])
  return (
    <p className="tabular flex items-baseline gap-2">
      <span className="text-4xl font-bold">{count.inside}</span>
      <span className="text-muted">
        {words.of.replace('{confirmed}', String(count.confirmed))} {words.inside}
      </span>
    </p>
  )
}
