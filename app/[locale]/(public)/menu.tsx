import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

/** A small menu that opens in place, under the line its word stands in; works without a script. */
export function Menu({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details data-menu="" name="menu" className="group inline">
      <summary className="-my-2.5 inline-block cursor-pointer list-none py-2.5 underline decoration-pigment decoration-2 underline-offset-4 hover:decoration-ink [&::-webkit-details-marker]:hidden">
        {label}
      </summary>
      <div className="mb-1 mt-3 border-l-4 border-pigment pl-4 font-normal">{children}</div>
    </details>
  )
}

export function MenuLinks({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-rule text-[0.9375rem]">{children}</ul>
}

const item = 'flex min-h-11 w-full cursor-pointer items-center py-2 text-left no-underline hover:underline'

/** `notInWeChat`: WeChat's own browser opens no files; see `OnlyInWeChat`. */
export function MenuLink({
  href,
  away,
  notInWeChat,
  children,
}: {
  href: string
  away?: true
  notInWeChat?: true
  children: ReactNode
}) {
  const leaving = away ? { target: '_blank', rel: 'noopener noreferrer' } : {}
  return (
    <li {...(notInWeChat ? { 'data-not-in-wechat': '', suppressHydrationWarning: true } : {})}>
      <a href={href} className={item} {...leaving}>
        {children}
      </a>
    </li>
  )
}

/** Copies a text; without one, the page's address. Shown only where the script runs. */
export function MenuCopy({ text, copied, children }: { text: string; copied: string; children: ReactNode }) {
  return (
    <li>
      <button
        type="button"
        hidden
        suppressHydrationWarning
        data-copy={text}
        data-copied={copied}
        className={classes(item, '[&[hidden]]:hidden')}
      >
        {children}
      </button>
    </li>
  )
}

/** Words for people inside WeChat. The page is the same for everybody, so its script shows them, and only there. */
export function OnlyInWeChat({ className, children }: { className: string; children: ReactNode }) {
  return (
    <p hidden suppressHydrationWarning data-in-wechat="" className={classes(className, '[&[hidden]]:hidden')}>
      {children}
    </p>
  )
}
