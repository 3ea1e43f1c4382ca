import type { ReactNode } from 'react'
import { classes } from './classes'

/** A ruled list of facts: a word on the left, what is so on the right. */
export function Facts({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={classes('border-t border-rule', className)}>{children}</dl>
}

export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[min(4.5rem,25%)_minmax(0,1fr)] items-baseline gap-x-4 border-b border-rule py-3 sm:grid-cols-[6rem_minmax(0,1fr)]">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="min-w-0 break-words font-medium">{children}</dd>
    </div>
  )
}

/** A ruled list of rows; `Row` takes what it is, what is said of it, and what can be done. */
export function Rows({ children, className }: { children: ReactNode; className?: string }) {
  return <ul className={classes('border-t border-rule', className)}>{children}</ul>
}

export function Row({ lead, children, actions }: { lead?: ReactNode; children: ReactNode; actions?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule py-3">
      {lead && <div className="tabular w-16 shrink-0 pt-0.5 font-medium">{lead}</div>}
      <div className="min-w-0 flex-1 basis-52 break-words">{children}</div>
      {actions && <div className="-my-1 ml-auto flex flex-wrap items-center gap-1">{actions}</div>}
    </li>
  )
}

/** An empty list: what it is for and the one thing to do about it. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-4 border-y border-rule py-8">
      <p className="max-w-prose text-muted">{children}</p>
      {action}
    </div>
  )
}

/** A short state word with a mark of its own, so that colour is never the only sign. */
export function State({ tone, children }: { tone: 'good' | 'wait' | 'bad' | 'quiet'; children: ReactNode }) {
  const mark = { good: 'bg-good', wait: 'border-2 border-pigment', bad: 'bg-bad', quiet: 'border-2 border-rule' }[tone]
  return (
    <span className="inline-flex max-w-full items-center gap-1.5 text-sm">
      <span aria-hidden="true" className={classes('inline-block size-2.5 shrink-0 rounded-full', mark)} />
      {children}
    </span>
  )
}
