import { Address } from '@/components/ui/address'
import { reachHref } from '@/lib/series/rules'

/** How to ask the organisers, as they wrote it; pressed where there is something to press. */
export function Reach({ reach }: { reach: string }) {
  const href = reachHref(reach)
  if (!href) return <span className="wrap-anywhere">{reach}</span>
  return (
    <a
      href={href}
      rel="noopener noreferrer nofollow"
      className="-my-2.5 inline-block py-2.5 underline decoration-pigment decoration-2 underline-offset-4 wrap-anywhere hover:decoration-ink"
    >
      <Address>{reach}</Address>
    </a>
  )
}
