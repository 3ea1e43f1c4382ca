import type { ReactNode } from 'react'

/** The end of a line: what is there when a link leads no further. */
export function LinkEnd({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-4 py-16">
      <p aria-hidden="true" className="flex items-center">
        <span className="h-2 w-24 rounded-l-full bg-pigment" />
        <span className="size-7 rounded-full border-[6px] border-rule" />
      </p>
      <h1 className="text-2xl font-bold">{title}</h1>
      <p className="text-lg">{lead}</p>
      {children}
    </div>
  )
}
