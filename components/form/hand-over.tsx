'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useId } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { type FormState, idle } from '@/lib/web/form'

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  hidden: Record<string, string | number>
  /** What a screen reader says, when the words on the button would not tell whose it is. */
  label?: string
  look?: ButtonLook
  children: ReactNode
}

/** Makes something that is shown this once, such as a secret link, and offers it for copying. */
export function HandOver({ action, hidden, label, look = 'line', children }: Props) {
  const t = useTranslations('form')
  const [state, send, pending] = useActionState(action, idle)
  const field = useId()
  const made = state.status === 'done' ? state.handOver : undefined
  return (
    <form action={send} className={made ? 'flex w-full flex-col gap-2' : 'contents'}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {made ? (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <input
              readOnly
              value={made}
              aria-label={label}
              aria-describedby={field}
              onFocus={(event) => event.currentTarget.select()}
              className="min-h-11 min-w-0 flex-1 basis-64 rounded-md border border-input bg-card px-3 text-base"
            />
            <CopyButton text={made} done={t('copied')} look="ink">
              {t('copy')}
            </CopyButton>
          </div>
          <p id={field} role="status" className="text-sm text-muted">
            {t('handOverHint')}
          </p>
        </>
      ) : (
        <Button type="submit" look={look} aria-label={label} disabled={pending}>
          {children}
        </Button>
      )}
      {state.status === 'refused' && (
        <p role="alert" className="text-sm font-medium text-bad">
          {state.message}
        </p>
      )}
    </form>
  )
}
