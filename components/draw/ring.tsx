'use client'

import { useEffect } from 'react'

/** Whoever is called hears it: the phone shakes once for each result, where it can, and the tab says it. */
export function Ring({ result, title }: { result: string; title: string }) {
  useEffect(() => {
    const before = document.title
    document.title = title
    const key = `hat1-rung:${result}`
    try {
      if (!sessionStorage.getItem(key)) navigator.vibrate?.([400, 150, 400, 150, 800])
      sessionStorage.setItem(key, '1')
    } catch {
      // Nothing is kept here; it may ring twice.
    }
    return () => {
      document.title = before
    }
  }, [result, title])
  return null
}
