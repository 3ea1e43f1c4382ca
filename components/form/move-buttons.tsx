import { ChevronDown, ChevronUp } from '@/components/ui/icons'
import type { FormState } from '@/lib/web/form'
import { ActionButton } from './action-button'

type Props = {
  /** Gets `direction` beside the hidden fields: `up` or `down`. */
  action: (state: FormState, data: FormData) => Promise<FormState>
  hidden: Record<string, string | number>
  /** What the two presses do, for whoever does not see the arrows. */
  words: { up: string; down: string }
  place: { first: boolean; last: boolean }
}

/** Two presses that move a row past its neighbour. */
export function MoveButtons({ action, hidden, words, place }: Props) {
  return (
    <>
      <ActionButton action={action} hidden={{ ...hidden, direction: 'up' }} label={words.up} disabled={place.first}>
        <ChevronUp aria-hidden="true" className="size-5" />
      </ActionButton>
      <ActionButton action={action} hidden={{ ...hidden, direction: 'down' }} label={words.down} disabled={place.last}>
        <ChevronDown aria-hidden="true" className="size-5" />
      </ActionButton>
    </>
  )
}
