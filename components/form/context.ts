'use client'

import { createContext, useContext } from 'react'
import type { FormState } from '@/lib/web/form'

/** What the fields of a form know of its last answer. */
export const FormContext = createContext<{ state: FormState; name: string }>({ state: { status: 'idle' }, name: '' })

/** The typed value, the error and the other person's value of one field. */
export function useField(name: string) {
  const { state, name: form } = useContext(FormContext)
  const values = 'values' in state ? state.values : undefined
  const error =
    state.status === 'invalid'
      ? state.fields[name]
      : state.status === 'refused' && state.field === name
        ? state.message
        : undefined
  const theirs = state.status === 'changed' ? state.current[name] : undefined
  const typed = values?.[name]
  return { id: `${form}-${name}`, typed, answered: values !== undefined, error, theirs }
}
