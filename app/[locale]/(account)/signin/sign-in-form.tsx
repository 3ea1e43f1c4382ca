'use client'

import { signIn } from 'next-auth/react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { TextField } from '@/components/form/fields'
import { Button } from '@/components/ui/button'

/** Asks next-auth to mail a link, then shows the same page for every address. */
export function SignInForm(props: { email: string; submit: string; home: string; sent: string }) {
  const [pending, setPending] = useState(false)
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setPending(true)
    const email = String(new FormData(event.currentTarget).get('email') ?? '')
    await signIn('email', { email, redirect: false, callbackUrl: props.home }).catch(() => undefined)
    window.location.assign(props.sent)
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <TextField
        name="email"
        type="email"
        label={props.email}
        required
        autoComplete="email"
        inputMode="email"
        enterKeyHint="send"
        maxLength={254}
      />
      <Button type="submit" disabled={pending}>
        {props.submit}
      </Button>
    </form>
  )
}

export function OauthButton({ id, home, children }: { id: string; home: string; children: ReactNode }) {
  return (
    <Button look="line" onClick={() => signIn(id, { callbackUrl: home })}>
      {children}
    </Button>
  )
}
