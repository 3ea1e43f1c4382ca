import type { ComponentProps, ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

const box =
  'min-h-12 w-full rounded-md border border-input bg-card px-3 text-base text-ink aria-invalid:border-2 aria-invalid:border-bad'

type Common = { name: string; label: ReactNode; why?: ReactNode; problem: string | undefined }

/** One line of a form that needs no script: its label, why it is asked, and what is wrong with it. */
export function PlainField({ name, label, why, problem, className, ...rest }: Common & ComponentProps<'input'>) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <input
        id={name}
        name={name}
        required
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${name}-notes`}
        className={classes(box, className)}
        {...rest}
      />
      <div id={`${name}-notes`} className="text-sm">
        {problem && <p className="font-medium text-bad">{problem}</p>}
        {why && <p className="text-muted">{why}</p>}
      </div>
    </div>
  )
}

/** A box to tick, never ticked beforehand. */
export function PlainTick({ name, label, why, problem, checked }: Common & { checked: boolean }) {
  return (
    <div>
      <label htmlFor={name} className="flex min-h-11 cursor-pointer items-start gap-3 py-2 font-medium">
        <input
          id={name}
          type="checkbox"
          name={name}
          defaultChecked={checked}
          aria-describedby={`${name}-notes`}
          className="mt-0.5 size-5 shrink-0 accent-ink"
        />
        <span>{label}</span>
      </label>
      <div id={`${name}-notes`} className="pl-8 text-sm">
        {problem && <p className="font-medium text-bad">{problem}</p>}
        <p className="text-muted">{why}</p>
      </div>
    </div>
  )
}
