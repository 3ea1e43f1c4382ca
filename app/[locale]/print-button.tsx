'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

/** Opens the browser's own print dialogue. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button look="line" onClick={() => window.print()}>
      {children}
    </Button>
  )
}
