'use client'

import { type ReactNode, useState } from 'react'
import { Button, type ButtonLook } from './button'

type Props = { text: string; done: string; look?: ButtonLook; children: ReactNode }

/** Puts a text on the clipboard and says so; where the browser refuses, it selects the text in a field instead. */
export function CopyButton({ text, done, look = 'line', children }: Props) {
  const [copied, setCopied] = useState(false)
  const [refused, setRefused] = useState(false)
  const copy = async () => {
    try {
      // Missing on plain http, whatever the types say; the call then throws and the field below is the way.
      await navigator.clipboard.writeText(text)
      setCopied(true)
      setTimeout(() => setCopied(false), 3_000)
    } catch {
      setRefused(true)
    }
  }
  return (
    <>
      <Button look={look} onClick={copy} className="noscript:hidden">
        {copied ? done : children}
      </Button>
      {/* Beside the button: inside it, a live region would leave the button without a name. */}
      <span role="status" className="sr-only">
        {copied && done}
      </span>
      {refused && (
        <textarea
          readOnly
          rows={3}
          value={text}
          ref={(field) => field?.select()}
          aria-label={typeof children === 'string' ? children : undefined}
          className="w-full rounded-md border border-input bg-card p-3 text-base"
        />
      )}
    </>
  )
}
