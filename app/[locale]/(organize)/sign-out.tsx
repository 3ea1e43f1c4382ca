'use client'

import { signOut } from 'next-auth/react'
import { Button } from '@/components/ui/button'

export function SignOut({ label, home }: { label: string; home: string }) {
  return (
    <Button look="quiet" onClick={() => signOut({ callbackUrl: home })} className="text-sm">
      {label}
    </Button>
  )
}
