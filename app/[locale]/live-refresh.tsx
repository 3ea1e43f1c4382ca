'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { listen } from '@/components/live/listen'

type Props = { at: string; mark: number; spreadMs?: number; offline?: string }

/** A break shorter than this is nobody's business. */
const patienceMs = 2_500

/**
 * Brings the page up to date when there is news at an address of /api/live. What concerns the holder of a ticket comes at
 * once; everything else within `spreadMs`, so that a room full of phones does not ask in the same moment. While the
 * server cannot be reached it says `offline`.
 */
export function LiveRefresh({ at, mark, spreadMs = 0, offline }: Props) {
  const router = useRouter()
  const [gone, setGone] = useState(false)
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    let missing: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(waiting)
      waiting = undefined
      router.refresh()
    }
    const stop = listen(`${at}?since=${mark}`, {
      news: ({ yours }) => {
        if (yours || spreadMs === 0) refresh()
        else waiting ??= setTimeout(refresh, Math.random() * spreadMs)
      },
      connected: (now) => {
        if (!now) missing ??= setTimeout(() => setGone(true), patienceMs)
        else {
          clearTimeout(missing)
          missing = undefined
          setGone(false)
        }
      },
    })
    return () => {
      clearTimeout(waiting)
      clearTimeout(missing)
      stop()
    }
    // A new mark alone is no reason to hang up: the stream knows its own place.
  }, [at, spreadMs, router])
  return gone && offline ? (
    <p role="status" className="mb-6 border-l-8 border-bad py-2 pl-4 font-bold">
      {offline}
    </p>
  ) : null
}
