'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useEffect, useId, useRef, useState } from 'react'
import { toast } from 'sonner'
import { Button, type ButtonLook } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { briefly } from '@/components/ui/toaster'
import { type FormState, idle } from '@/lib/web/form'
import { FormContext } from './context'
import { newKey } from './new-key'
import { unreached } from './unreached'
import { useUnsavedGuard } from './unsaved'

type Action = (state: FormState, data: FormData) => Promise<FormState>
export type ActionFormProps = {
  action: Action
  /** Fields the person does not see: `event`, `version`, ids. */
  hidden?: Record<string, string | number>
  submit: string
  look?: ButtonLook
  /** Undoes what was done: gets the answered id as `id` beside the hidden fields. */
  undo?: Action
  children?: ReactNode
  className?: string
  /** Beside the submit button. */
  aside?: ReactNode
  /** A key of this page's own, for a form that must count once also where it goes without JavaScript. */
  firstKey?: string
  /** Empty the fields after success, for adding one after the other. */
  again?: boolean
}

/**
 * A form over a server action: keeps what was typed, puts errors beside their fields with a focused summary, sends one
 * key for all tries of the same write, warns of unsaved changes, shows what somebody else changed meanwhile. Works
 * without JavaScript, then without the niceties.
 */
export function ActionForm({
  action,
  hidden,
  submit,
  look,
  undo,
  children,
  className,
  aside,
  again,
  firstKey,
}: ActionFormProps) {
  const t = useTranslations('form')
  const name = useId()
  const [key, setKey] = useState('')
  // Not in an effect: what was done may take this form off the page, and an effect of it would never run. Before the
  // first effect the bare action stands here, so that the form also goes without JavaScript.
  const tell: Action = async (before, data) => {
    const answer = await action(before, data).catch((error) => unreached(error, data, t('unreached')))
    if (answer.status === 'done') announce(answer, undo, hidden, t('undo'))
    return answer
  }
  const [state, send, pending] = useActionState(key ? tell : action, idle)
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<Record<string, string>>({})
  const clean = useUnsavedGuard(form, t('unsaved'))
  // A page that renders anew brings new `hidden` objects: the same answer must not be told twice.
  const told = useRef(state)

  useEffect(() => setKey(newKey()), [])
  useEffect(() => {
    if (told.current === state) return
    told.current = state
    if (state.status === 'idle') return
    if (state.status !== 'done') {
      setLabels(labelsIn(form.current, name))
      return summary.current?.focus()
    }
    clean()
    setKey(newKey())
  }, [state, clean, name])

  const problems = problemsOf(state)
  return (
    <FormContext.Provider value={{ state, name }}>
      <form
        ref={form}
        key={state.status === 'done' && again ? state.at : 'form'}
        action={send}
        noValidate
        className={classes('flex flex-col gap-5', className)}
      >
        {Object.entries(hidden ?? {}).map(([field, value]) => (
          <input
            key={field}
            type="hidden"
            name={field}
            value={field === 'version' && state.status === 'changed' ? state.version : value}
          />
        ))}
        {(key || firstKey) && <input type="hidden" name="requestKey" value={key || firstKey} />}
        {problems.length > 0 && (
          <div ref={summary} tabIndex={-1} role="alert" className="border-l-4 border-bad py-1 pl-3">
            {state.status === 'invalid' && <p className="font-medium">{t('summary', { count: problems.length })}</p>}
            {state.status === 'changed' && <p className="font-medium">{t('changedTitle')}</p>}
            <ul>
              {problems.map(([field, message]) => (
                <li key={field}>
                  {field ? (
                    <a href={`#${name}-${field}`}>
                      {labels[field] ? t('problem', { label: labels[field], message }) : message}
                    </a>
                  ) : (
                    message
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        {!key && state.status === 'done' && state.message && (
          <p role="status" className="border-l-4 border-good pl-3 font-medium">
            {state.message}
          </p>
        )}
        {children}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look={look} aria-disabled={pending} disabled={pending}>
            {pending ? t('saving') : state.status === 'changed' ? t('keepMine') : submit}
          </Button>
          {aside}
        </div>
      </form>
    </FormContext.Provider>
  )

  function problemsOf(answer: FormState): [string, string][] {
    if (answer.status === 'invalid') return Object.entries(answer.fields)
    if (answer.status === 'refused') return [[answer.field ?? '', answer.message]]
    return answer.status === 'changed' ? [['', t('changedLead')]] : []
  }
}

/** What each field of a form is called on the page, without the note that it may stay empty. */
function labelsIn(form: HTMLFormElement | null, name: string): Record<string, string> {
  const found = [...(form?.querySelectorAll('label') ?? [])].map(({ htmlFor, firstChild }) => [
    htmlFor.slice(name.length + 1),
    firstChild?.textContent ?? '',
  ])
  return Object.fromEntries(found)
}

/** Says that it is done, with a way back when there is one. */
export function announce(
  state: Extract<FormState, { status: 'done' }>,
  undo: Action | undefined,
  hidden: ActionFormProps['hidden'],
  label: string,
) {
  if (!state.message) return
  if (!undo || !state.subject) return void toast.success(state.message, briefly)
  const data = new FormData()
  for (const [field, value] of Object.entries(hidden ?? {})) if (field !== 'version') data.set(field, String(value))
  data.set('id', state.subject)
  const onClick = async () => {
    const answer = await undo(idle, data)
    if (answer.status === 'refused') toast.error(answer.message)
    else if (answer.status === 'done' && answer.message) toast.success(answer.message, briefly)
  }
  toast.success(state.message, { action: { label, onClick } })
}
