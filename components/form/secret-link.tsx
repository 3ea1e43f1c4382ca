'use client'

import { useActionState, useEffect, useId } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { type FormState, idle } from '@/lib/web/form'

type Props = {
  /** Answers the link's full address as its subject. */
  make: (state: FormState, data: FormData) => Promise<FormState>
  hidden: Record<string, string>
  words: { make: string; label: string; once: string; field: string; copy: string; copied: string }
}

/** Makes a secret link and shows it this one time, to be copied and sent. */
export function SecretLink({ make, hidden, words }: Props) {
  const id = useId()
  const [state, send, pending] = useActionState(make, idle)
  const url = state.status === 'done' ? state.subject : undefined
  useEffect(() => {
    if (state.status === 'refused') toast.error(state.message)
  }, [state])
  return (
    <div className="flex w-full flex-col gap-2" aria-live="polite">
      <form action={send}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" look="line" aria-label={words.label} disabled={pending}>
          {words.make}
        </Button>
      </form>
      {url && (
        <div className="flex flex-col gap-2 border-l-4 border-pigment pl-3">
          <label htmlFor={id} className="text-sm">
            {words.once}
          </label>
          <div className="flex flex-wrap items-center gap-2">
            <input
              id={id}
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
      )}
    </div>
  )
}
