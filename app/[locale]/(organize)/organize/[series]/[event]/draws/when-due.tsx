'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Browsers keep no longer timers than this. */
const longestMs = 2 ** 31 - 1

/** Brings the page up to date when its time has come, as the server's clock counted it. */
export function WhenDue({ inMs }: { inMs: number }) {
  const router = useRouter()
  useEffect(() => {
    if (inMs > longestMs) return
    const waiting = setTimeout(() => router.refresh(), inMs + 1_000)
    return () => clearTimeout(waiting)
  }, [inMs, router])
  return null
}
