import { ActionButton } from '@/components/form/action-button'
import { State } from '@/components/ui/facts'
import type { Answer as Given } from '@/lib/program/rules'
import type { FormState } from '@/lib/web/form'

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  link: string
  given: Given
  words: Record<'question' | 'yes' | 'no' | 'saidYes' | 'saidNo' | 'toYes' | 'toNo', string>
}

/** One tap: "I'll be there" or "I can't"; what was said stays changeable. */
export function Answer({ action, link, given, words }: Props) {
  const yes = { link, answer: 'yes' }
  const no = { link, answer: 'no' }
  return (
    <section aria-label={words.question} aria-live="polite" className="my-6 border-y-2 border-ink py-4">
      {given === 'open' && (
        <>
          <h2 className="mb-3 text-lg font-bold">{words.question}</h2>
          <div className="flex flex-wrap gap-3">
            <ActionButton action={action} hidden={yes} look="ink" className="min-h-12 flex-1 text-base">
              {words.yes}
            </ActionButton>
            <ActionButton action={action} hidden={no} look="line" className="min-h-12 flex-1 text-base">
              {words.no}
            </ActionButton>
          </div>
        </>
      )}
      {given !== 'open' && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <p className="[&_span]:whitespace-normal">
            <State tone={given === 'confirmed' ? 'good' : 'bad'}>
              {given === 'confirmed' ? words.saidYes : words.saidNo}
            </State>
          </p>
          <ActionButton action={action} hidden={given === 'confirmed' ? no : yes} look="quiet" className="-ml-2">
            {given === 'confirmed' ? words.toNo : words.toYes}
          </ActionButton>
        </div>
      )}
    </section>
  )
}
