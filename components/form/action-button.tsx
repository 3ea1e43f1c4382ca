'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useActionState, useState, useTransition } from 'react'
import { toast } from 'sonner'
import { Button, type ButtonLook } from '@/components/ui/button'
import { type FormState, idle } from '@/lib/web/form'
import { announce } from './action-form'
import { unreached } from './unreached'

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  hidden: Record<string, string | number>
  undo?: (state: FormState, data: FormData) => Promise<FormState>
  look?: ButtonLook
  label?: string
  disabled?: boolean
  className?: string
  /** Before the button: what may be changed before pressing. */
  fields?: ReactNode
  children: ReactNode
}

/** One press, one act: remove, move, confirm. Says what it did, with "undo" where there is one. */
export function ActionButton({
  action,
  hidden,
  undo,
  look = 'quiet',
  label,
  disabled,
  className,
  fields,
  children,
}: Props) {
  const t = useTranslations('form')
  // Only without JavaScript does the form go by itself; its answer is then part of the page.
  const [state, send] = useActionState(action, idle)
  const [pending, start] = useTransition()
  // What stands there now, once somebody else was faster: who reads it and presses again means it.
  const [known, setKnown] = useState<number | null>(null)

  // Not in an effect: whoever removes a row removes this button with it, and an effect of it would never run.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    start(async () => tell(await action(idle, data).catch((error) => unreached(error, data, t('unreached'))), form))
  }
  const tell = (answer: FormState, form: HTMLFormElement) => {
    setKnown(answer.status === 'changed' ? answer.version : null)
    if (answer.status === 'done') announce(answer, undo, hidden, t('undo'))
    if (answer.status === 'refused') toast.error(answer.message)
    if (answer.status === 'changed') toast.error(t('changedTo', { now: chosenIn(form, answer.current) }))
    if (answer.status === 'invalid') toast.error(Object.values(answer.fields)[0])
  }
  const latest = state.status === 'changed' ? state.version : known
  return (
    <form action={send} onSubmit={submit} className="contents">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={name === 'version' ? (latest ?? value) : value} />
      ))}
      {fields}
      <Button
        type="submit"
        look={look}
        aria-label={label}
        title={label}
        disabled={pending || disabled}
        className={className}
      >
        {children}
      </Button>
      {(state.status === 'refused' || state.status === 'changed') && (
        <p role="alert" className="text-sm text-bad">
          {state.status === 'refused' ? state.message : t('changedTitle')}
        </p>
      )}
      {state.status === 'done' && state.message && (
        <p role="status" className="text-sm text-good">
          {state.message}
        </p>
      )}
    </form>
  )
}

/** What somebody else chose, as the form's own choices call it. */
const chosenIn = (form: HTMLFormElement, current: Record<string, string>): string =>
  Object.entries(current)
    .map(([name, value]) => {
      const field = form.elements.namedItem(name)
      const options = field instanceof HTMLSelectElement ? [...field.options] : []
      return options.find((option) => option.value === value)?.text ?? value
    })
    .join(' · ')
