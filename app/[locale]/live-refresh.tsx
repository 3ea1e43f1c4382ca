'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { listen } from '@/components/live/listen'
import { stayPut } from '@/components/live/stay-put'

type Props = { at: string; mark: number; spreadMs?: number; offline?: string; called?: string }

/** So long, to twice as long, does a page wait that has already said the one thing that matters. */
const afterYou = 500
/** A break shorter than this is nobody's business. */
const patienceMs = 2_500

/**
 * Brings the page up to date when there is news at an address of /api/live. What concerns the holder of a ticket comes at
 * once; everything else within `spreadMs`, so that a room full of phones does not ask in the same moment. While the
 * server cannot be reached it says `offline`. Whoever is called reads `called` before the page has asked for anything.
 */
export function LiveRefresh({ at, mark, spreadMs = 0, offline, called }: Props) {
  const router = useRouter()
  const [gone, setGone] = useState(false)
  const [calledAt, setCalledAt] = useState<number | null>(null)
  // What the page shows now; once it shows more, it says by itself who is called.
  const shown = useRef(mark)
  shown.current = mark
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    let missing: ReturnType<typeof setTimeout> | undefined
    let reached = true
    let owed = false
    const staying = stayPut()
    const refresh = () => {
      clearTimeout(waiting)
      waiting = undefined
      owed = !reached
      if (reached) router.refresh()
    }
    const stop = listen(`${at}?since=${mark}`, {
      news: ({ own }) => {
        if (own) setCalledAt(own === 'called' ? shown.current : null)
        // Whoever is called has read it by now: the big screen asks first.
        if (own === 'called' && called) {
          clearTimeout(waiting)
          waiting = setTimeout(refresh, afterYou + Math.random() * afterYou)
        } else if (own || spreadMs === 0) refresh()
        else waiting ??= setTimeout(refresh, Math.random() * spreadMs)
      },
      connected: (now) => {
        reached = now
        if (!now) {
          missing ??= setTimeout(() => setGone(true), navigator.onLine ? patienceMs : 0)
          return
        }
        clearTimeout(missing)
        missing = undefined
        setGone(false)
        staying.goOn()
        if (owed) refresh()
      },
    })
    return () => {
      clearTimeout(waiting)
      clearTimeout(missing)
      staying.stop()
      stop()
    }
    // A new mark alone is no reason to hang up: the stream knows its own place.
  }, [at, spreadMs, router])
  if (called && calledAt === mark) {
    return (
      <p role="alert" className="mt-6 border-y-4 border-good py-4 text-2xl font-bold text-good">
        {called}
      </p>
    )
  }
  return gone && offline ? (
    <p role="status" className="my-6 border-l-8 border-bad py-2 pl-4 font-bold">
      {offline}
    </p>
  ) : null
}
