'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** Warns before leaving a page whose form was changed and not saved; answers a function that says "saved". */
export function useUnsavedGuard(form: RefObject<HTMLFormElement | null>, warning: string): () => void {
  const dirty = useRef(false)
  useEffect(() => {
    // On the document, because a form that starts afresh is another element.
    const inside = (event: Event) => form.current?.contains(event.target as Node) ?? false
    const change = (event: Event) => {
      if (inside(event)) dirty.current = true
    }
    const sent = (event: Event) => {
      if (inside(event)) dirty.current = false
    }
    const leave = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault()
    }
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a[href]')
      if (!dirty.current || !link || link.getAttribute('href')?.startsWith('#')) return
      if (window.confirm(warning)) dirty.current = false
      else {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    document.addEventListener('input', change)
    document.addEventListener('submit', sent)
    window.addEventListener('beforeunload', leave)
    document.addEventListener('click', follow, true)
    return () => {
      document.removeEventListener('input', change)
      document.removeEventListener('submit', sent)
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('click', follow, true)
    }
  }, [form, warning])
  return useCallback(() => {
    dirty.current = false
  }, [])
}
