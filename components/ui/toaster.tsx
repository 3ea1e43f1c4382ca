'use client'

import { Toaster as Sonner } from 'sonner'

/** Where short messages appear; they stay long enough to press "undo" (WCAG 2.2.1 wants time, we give ten seconds). */
export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      duration={10_000}
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        style: { background: 'var(--color-ink)', color: 'var(--color-on-ink)', border: 'none', borderRadius: '6px' },
        actionButtonStyle: { background: 'var(--color-on-ink)', color: 'var(--color-ink)', minHeight: '32px' },
      }}
    />
  )
}
