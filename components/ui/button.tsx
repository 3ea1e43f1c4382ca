import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { classes } from './classes'

/** Buttons are ink, so that no city's colour can break contrast; at least 44 px high. */
export const buttonClass = cva(
  'inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-md px-4 py-1.5 text-[0.9375rem] font-medium break-keep no-underline disabled:cursor-default disabled:opacity-50 aria-disabled:opacity-50',
  {
    variants: {
      look: {
        ink: 'bg-ink text-on-ink hover:opacity-85',
        line: 'border border-input bg-transparent text-ink hover:border-ink',
        quiet: 'bg-transparent px-2 text-ink underline decoration-rule underline-offset-4 hover:decoration-ink',
        bad: 'border border-bad bg-transparent text-bad hover:bg-bad hover:text-on-ink',
      },
    },
    defaultVariants: { look: 'ink' },
  },
)

export type ButtonLook = VariantProps<typeof buttonClass>['look']

export function Button({
  look,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { look?: ButtonLook }) {
  return <button type={type} className={classes(buttonClass({ look }), className)} {...rest} />
}

/** A link that looks like a button. */
export function ButtonLink({ look, className, children, ...rest }: ComponentProps<'a'> & { look?: ButtonLook }) {
  return (
    <a className={classes(buttonClass({ look }), className)} {...rest}>
      {children}
    </a>
  )
}
