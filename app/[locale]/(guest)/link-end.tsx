import type { ReactNode } from 'react'
import { Arrival } from '@/components/brand/arrival'

/** The end of a line: what is there when a link leads no further. */
export function LinkEnd({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-4 py-16">
      <Arrival end />
      <h1 className="text-2xl font-bold">{title}</h1>
      <p className="text-lg">{lead}</p>
      {children}
    </div>
  )
}
