'use client'

import { signIn } from 'next-auth/react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

/** Goes to somebody else's sign-in, which our policy lets no plain form do; without JavaScript the mailed link is the way. */
export function OauthButton({ id, home, children }: { id: string; home: string; children: ReactNode }) {
  return (
    <Button look="line" onClick={() => signIn(id, { callbackUrl: home })} className="noscript:hidden">
      {children}
    </Button>
  )
}
