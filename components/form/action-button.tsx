'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useEffect } from 'react'
import { toast } from 'sonner'
import { Button, type ButtonLook } from '@/components/ui/button'
import { type FormState, idle } from '@/lib/web/form'
import { announce } from './action-form'

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  hidden: Record<string, string | number>
  undo?: (state: FormState, data: FormData) => Promise<FormState>
  look?: ButtonLook
  label?: string
  className?: string
  children: ReactNode
}

/** One press, one act: remove, move, confirm. Says what it did, with "undo" where there is one. */
export function ActionButton({ action, hidden, undo, look = 'quiet', label, className, children }: Props) {
  const t = useTranslations('form')
  const [state, send, pending] = useActionState(action, idle)
  useEffect(() => {
    if (state.status === 'done') announce(state, undo, hidden, t('undo'))
    if (state.status === 'refused') toast.error(state.message)
    if (state.status === 'changed') toast.error(t('changedTitle'))
    if (state.status === 'invalid') toast.error(Object.values(state.fields)[0])
  }, [state, undo, hidden, t])
  return (
    <form action={send} className="contents">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" look={look} aria-label={label} title={label} disabled={pending} className={className}>
        {children}
      </Button>
    </form>
  )
}
