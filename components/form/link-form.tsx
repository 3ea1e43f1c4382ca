'use client'

import { type ReactNode, useContext } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import type { FormState } from '@/lib/web/form'
import { ActionForm } from './action-form'
import { FormContext } from './context'

type Words = { submit: string; once: string; field: string; copy: string; copied: string }
type Props = {
  /** Answers a secret link's full address as its subject. */
  action: (state: FormState, data: FormData) => Promise<FormState>
  hidden: Record<string, string>
  words: Words
  children: ReactNode
}

/** A form whose answer is a secret link, shown this one time. */
export function LinkForm({ action, hidden, words, children }: Props) {
  return (
    <ActionForm action={action} hidden={hidden} submit={words.submit} again>
      {children}
      <Shown words={words} />
    </ActionForm>
  )
}

function Shown({ words }: { words: Words }) {
  const { state } = useContext(FormContext)
  const url = state.status === 'done' ? state.subject : undefined
  if (!url) return null
  return (
    <div className="flex flex-col gap-2 border-l-4 border-pigment pl-3" role="status">
      <p className="text-sm">{words.once}</p>
      <div className="flex flex-wrap items-center gap-2">
        <input
          readOnly
          value={url}
          aria-label={words.field}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-11 min-w-0 flex-1 basis-56 rounded-md border border-input bg-card px-3 text-base"
        />
        <CopyButton text={url} done={words.copied} look="ink">
          {words.copy}
        </CopyButton>
      </div>
    </div>
  )
}
