import type { ReactNode } from 'react'

/** 第 07 站, Stop 07: the pigment's own plate. The words come from outside. */
export function StopBadge({ children }: { readonly children: ReactNode }) {
  return <span className="brand-badge">{children}</span>
}
