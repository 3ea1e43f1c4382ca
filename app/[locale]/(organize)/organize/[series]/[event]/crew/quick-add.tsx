'use client'

import { useRef } from 'react'
import { ActionForm, type ActionFormProps } from '@/components/form/action-form'
import { Added } from '@/components/form/added'
import { TextField } from '@/components/form/fields'

type Word = 'names' | 'namesPlaceholder' | 'namesHint' | 'role' | 'rolePlaceholder' | 'shift' | 'shiftPlaceholder'
type Props = { action: ActionFormProps['action']; event: string; words: Record<Word | 'submit' | 'added', string> }

/** Many names at once; it empties itself once added, and the names have the focus again. */
export function QuickAdd({ action, event, words }: Props) {
  const before = useRef<HTMLInputElement | null>(null)
  const again = (names: HTMLInputElement | null) => {
    if (names && before.current && before.current !== names) names.focus()
    before.current = names ?? before.current
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
      <TextField
        ref={again}
        name="names"
        label={words.names}
        hint={words.namesHint}
        placeholder={words.namesPlaceholder}
        maxLength={600}
        autoComplete="off"
        required
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField name="role" label={words.role} placeholder={words.rolePlaceholder} maxLength={60} />
        <TextField name="shift" label={words.shift} placeholder={words.shiftPlaceholder} maxLength={60} />
      </div>
    </ActionForm>
  )
}
