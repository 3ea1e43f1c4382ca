'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** Warns before leaving a page whose form was changed and not saved; answers a function that says "saved". */
export function useUnsavedGuard(form: RefObject<HTMLFormElement | null>, warning: string): () => void {
  const dirty = useRef(false)
  useEffect(() => {
    const element = form.current
    const change = () => {
      dirty.current = true
    }
    const sent = () => {
      dirty.current = false
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
    element?.addEventListener('input', change)
    element?.addEventListener('submit', sent)
    window.addEventListener('beforeunload', leave)
    document.addEventListener('click', follow, true)
    return () => {
      element?.removeEventListener('input', change)
      element?.removeEventListener('submit', sent)
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('click', follow, true)
    }
  }, [form, warning])
  return useCallback(() => {
    dirty.current = false
  }, [])
}
