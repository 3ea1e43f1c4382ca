'use client'

import { useRef } from 'react'
import { ActionForm, type ActionFormProps } from '@/components/form/action-form'
import { Choice, TextField } from '@/components/form/fields'

type Props = {
  action: ActionFormProps['action']
  event: string
  kinds: readonly (readonly [string, string])[]
  words: Record<'kind' | 'name' | 'namePlaceholder' | 'minutes' | 'people' | 'peopleHint' | 'submit', string>
}

/** One item after the other: it empties itself once added, and the title has the focus again. */
export function QuickAdd({ action, event, kinds, words }: Props) {
  const before = useRef<HTMLInputElement | null>(null)
  const again = (title: HTMLInputElement | null) => {
    if (title && before.current && before.current !== title) title.focus()
    before.current = title ?? before.current
  }
  return (
    <ActionForm action={action} hidden={{ event }} submit={words.submit} again className="gap-3">
      <div className="grid grid-cols-[1fr_6rem] gap-3 sm:grid-cols-[8rem_1fr_6rem]">
        <Choice name="kind" label={words.kind} options={kinds} defaultValue="talk" required />
        <TextField
          ref={again}
          name="title"
          label={words.name}
          placeholder={words.namePlaceholder}
          required
          maxLength={120}
          enterKeyHint="next"
          className="min-w-0"
        />
        <TextField
          name="durationMinutes"
          label={words.minutes}
          type="number"
          inputMode="numeric"
          min={1}
          max={600}
          defaultValue="30"
          required
        />
      </div>
      <TextField
        name="people"
        label={words.people}
        hint={words.peopleHint}
        maxLength={400}
        autoComplete="off"
        enterKeyHint="done"
      />
    </ActionForm>
  )
}
