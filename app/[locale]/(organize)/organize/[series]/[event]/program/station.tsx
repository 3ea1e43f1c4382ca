import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

type Props = {
  from: string
  to: string
  /** A break is a place where the line stops for nobody in particular: its ring is grey. */
  quiet: boolean
  children: ReactNode
  actions: ReactNode
}

/** One stop of the day on its line: the time, the ring, what happens there. */
export function Station({ from, to, quiet, children, actions }: Props) {
  return (
    <li className="group/station grid grid-cols-[3.25rem_1.25rem_minmax(0,1fr)] gap-x-3 sm:grid-cols-[4.5rem_1.25rem_minmax(0,1fr)]">
      <div className="tabular border-t border-rule pt-3 group-first/station:border-transparent">
        <span className="block text-lg leading-7 font-bold">{from}</span>
        <span className="block text-sm text-muted">{to}</span>
      </div>
      <div aria-hidden="true" className="relative">
        <span className="absolute inset-y-0 left-1/2 w-1.5 -translate-x-1/2 bg-pigment group-first/station:top-6 group-last/station:bottom-auto group-last/station:h-6" />
        <span
          className={classes(
            'absolute top-4 left-1/2 size-5 -translate-x-1/2 rounded-full border-[5px] bg-paper',
            quiet ? 'border-rule' : 'border-pigment',
          )}
        />
      </div>
      <div className="border-t border-rule pt-3 pb-2 group-first/station:border-transparent">{children}</div>
      <div className="relative col-span-3 flex flex-wrap items-start gap-x-1 pb-2 pl-[6rem] before:absolute before:inset-y-0 before:left-[4.625rem] before:w-1.5 before:-translate-x-1/2 before:bg-pigment group-last/station:before:hidden sm:pl-[7.25rem] sm:before:left-[5.875rem]">
        {actions}
      </div>
    </li>
  )
}
