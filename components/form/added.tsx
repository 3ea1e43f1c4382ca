'use client'

import { type ReactNode, useContext } from 'react'
import { FormContext } from './context'

/** Beside the button of a form that adds one thing after the other: says that the last one is in, where no toast covers the form. */
export function Added({ children }: { children: ReactNode }) {
  const { state } = useContext(FormContext)
  return (
    <p role="status" className="text-sm text-good">
      {state.status === 'done' ? children : null}
    </p>
  )
}
