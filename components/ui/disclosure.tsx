import type { ReactNode } from 'react'
import { ChevronDown } from '@/components/ui/icons'
import { type ButtonLook, buttonClass } from './button'
import { classes } from './classes'

type Props = {
  summary: ReactNode
  /** What a screen reader says instead, when the summary alone would not tell whose it is. */
  label?: string
  look?: ButtonLook
  open?: boolean
  /** Disclosures of one name: opening one closes the others. */
  name?: string
  className?: string
  children: ReactNode
}

/** More, when asked for. The browser's own element, so it works before and without JavaScript. */
export function Disclosure({ summary, label, look = 'quiet', open, name, className, children }: Props) {
  return (
    <details className={className} open={open} name={name}>
      <summary
        aria-label={label}
        className={classes(
          buttonClass({ look }),
          'max-w-full list-none text-start wrap-anywhere [&::-webkit-details-marker]:hidden [details[open]>&>svg]:rotate-180',
        )}
      >
        {summary}
        <ChevronDown aria-hidden="true" className="size-4 transition-transform duration-150" />
      </summary>
      <div className="pt-3 pb-5">{children}</div>
    </details>
  )
}
