'use client'

import { useContext } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { FormContext } from './context'

/** The text that a form's action answered with, to be copied now: it is kept nowhere. */
export function Answered({ label, copy, copied }: { label: string; copy: string; copied: string }) {
  const { state, name } = useContext(FormContext)
  const text = state.status === 'done' ? state.subject : undefined
  return (
    <div aria-live="polite">
      {text && (
        <div className="flex flex-col items-start gap-2 border-l-4 border-pigment pl-3">
          <label htmlFor={`${name}-answer`} className="text-sm">
            {label}
          </label>
          <textarea
            id={`${name}-answer`}
            readOnly
            rows={8}
            value={text}
            className="w-full rounded-md border border-input bg-card p-3 text-base"
          />
          <CopyButton text={text} done={copied} look="ink">
            {copy}
          </CopyButton>
        </div>
      )}
    </div>
  )
}
