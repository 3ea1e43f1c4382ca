import type { ReactNode } from 'react'

/** The head of a page in the dashboard: what it is, a sentence, and the one thing to do. */
export function PageHeading({ title, lead, action }: { title: ReactNode; lead?: ReactNode; action?: ReactNode }) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-2xl font-bold sm:text-3xl">{title}</h1>
        {lead && <p className="mt-1 max-w-prose text-muted">{lead}</p>}
      </div>
      {action}
    </header>
  )
}

/** A section with its own ruled heading. */
export function Section({
  title,
  id,
  action,
  children,
}: {
  title: ReactNode
  id?: string
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="mt-10 first:mt-0" aria-labelledby={id}>
      <div className="mb-2 flex min-h-11 flex-wrap items-center justify-between gap-x-4">
        <h2 id={id} className="text-lg font-bold">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
