'use client'

import { useRef } from 'react'
import { ActionForm, type ActionFormProps } from '@/components/form/action-form'
import { Added } from '@/components/form/added'
import { Choice, TextField } from '@/components/form/fields'

type Props = {
  action: ActionFormProps['action']
  event: string
  kinds: readonly (readonly [string, string])[]
  words: Record<'kind' | 'name' | 'namePlaceholder' | 'minutes' | 'people' | 'peopleHint' | 'submit' | 'added', string>
}

/** One item after the other: it empties itself once added, and the title has the focus again. */
export function QuickAdd({ action, event, kinds, words }: Props) {
  const before = useRef<HTMLInputElement | null>(null)
  const again = (title: HTMLInputElement | null) => {
    if (title && before.current && before.current !== title) title.focus()
    before.current = title ?? before.current
  }
  return (
    <ActionForm
      action={action}
      hidden={{ event }}
      submit={words.submit}
      again
      aside={<Added>{words.added}</Added>}
      className="gap-3"
    >
      <div className="grid grid-cols-[1fr_6rem] gap-3 sm:grid-cols-[9rem_6rem_1fr]">
        <Choice name="kind" label={words.kind} options={kinds} defaultValue="talk" required />
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
        <div className="col-span-2 sm:col-span-1">
          <TextField
            ref={again}
            name="title"
            label={words.name}
            placeholder={words.namePlaceholder}
            required
            maxLength={120}
            enterKeyHint="next"
          />
        </div>
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
