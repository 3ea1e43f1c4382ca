'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * Keeps every console up to date with the others, and lets the keys of a presenter press the main button. A key typed
 * into a field, or on a button that has the focus, does only what it does there.
 */
export function KeepUp({ head, address }: { head: string; address: string }) {
  const router = useRouter()
  // On a slow line the fresh page is still on its way when the next question is asked: one change, one refresh.
  const asked = useRef(head)
  useEffect(() => {
    let asking = false
    const look = async () => {
      if (document.hidden || asking) return
      asking = true
      const answer = await fetch(address, { cache: 'no-store' }).catch(() => null)
      asking = false
      const now = answer?.ok ? await answer.text() : head
      if (now === head || now === asked.current) return
      asked.current = now
      router.refresh()
    }
    const timer = setInterval(look, 2_000)
    addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', look)
    }
  }, [head, address, router])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const busy =
        event.target instanceof Element &&
        event.target.closest('input,textarea,select,button,a,summary,dialog,[role=dialog]')
      if (busy || event.repeat || ![' ', 'PageDown', 'ArrowRight'].includes(event.key)) return
      const button = document.querySelector<HTMLButtonElement>('[data-main] form:not(details form) button[type=submit]')
      if (!button) return
      event.preventDefault()
      button.click()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return null
}
