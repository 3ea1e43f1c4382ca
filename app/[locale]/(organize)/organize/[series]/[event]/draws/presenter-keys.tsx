'use client'

import { useEffect } from 'react'

/**
 * Lets the keys of a presenter press the main button. A key typed into a field, or on a button that has the focus, does
 * only what it does there.
 */
export function PresenterKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const busy =
        event.target instanceof Element &&
        event.target.closest('input,textarea,select,button,a,summary,dialog,[role=dialog]')
      const chord = event.metaKey || event.ctrlKey || event.altKey || event.isComposing
      if (busy || chord || event.repeat || ![' ', 'PageDown', 'ArrowRight'].includes(event.key)) return
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
