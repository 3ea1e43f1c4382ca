'use client'

import { useSyncExternalStore } from 'react'
import { Toaster as Sonner } from 'sonner'

/** For a message that nobody has to press. */
export const briefly = { duration: 5_000 }

const narrow = '(width < 40rem)'

function watchWidth(changed: () => void) {
  const width = matchMedia(narrow)
  width.addEventListener('change', changed)
  return () => width.removeEventListener('change', changed)
}

/**
 * Where short messages appear; they stay long enough to press "undo" (WCAG 2.2.1 wants time, we give ten seconds). On a
 * phone they come at the top: what is pressed next is at the foot of it, on pages as in sheets.
 */
export function Toaster() {
  const phone = useSyncExternalStore(
    watchWidth,
    () => matchMedia(narrow).matches,
    () => false,
  )
  return (
    <Sonner
      position={phone ? 'top-center' : 'bottom-center'}
      mobileOffset={{ top: 'calc(0.5rem + env(safe-area-inset-top))' }}
      duration={10_000}
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        style: { background: 'var(--color-ink)', color: 'var(--color-on-ink)', border: 'none', borderRadius: '6px' },
        actionButtonStyle: { background: 'var(--color-on-ink)', color: 'var(--color-ink)', minHeight: '32px' },
      }}
    />
  )
}
