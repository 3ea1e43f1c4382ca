'use client'

import { signOut } from 'next-auth/react'
import { Button, type ButtonLook } from '@/components/ui/button'

export function SignOut({ label, home, look = 'quiet' }: { label: string; home: string; look?: ButtonLook }) {
  return (
    <Button look={look} onClick={() => signOut({ callbackUrl: home })} className="text-sm">
      {label}
    </Button>
  )
}
