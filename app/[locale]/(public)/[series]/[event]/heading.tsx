import type { ReactNode } from 'react'

/** The heading of a part of the page. */
export function Heading({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2 id={id} className="mb-2 text-xl font-bold">
      {children}
    </h2>
  )
}
