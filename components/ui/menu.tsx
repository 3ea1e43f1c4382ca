'use client'

import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button'
import { classes } from './classes'

const row =
  'flex min-h-11 w-full cursor-pointer items-center gap-3 px-4 text-left text-ink no-underline outline-none select-none data-disabled:cursor-default data-disabled:opacity-50 data-highlighted:bg-ink data-highlighted:text-on-ink'

type Props = { trigger: ReactNode; label?: string; look?: ButtonLook; className?: string; children: ReactNode }

/** A list of things to do behind one button; arrows, first letters and Escape work in it. */
export function Menu({ trigger, label, look = 'quiet', className, children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger aria-label={label} title={label} className={classes(buttonClass({ look }), 'min-w-11', className)}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4} align="end">
          <Base.Popup className="max-h-(--available-height) min-w-48 origin-(--transform-origin) overflow-y-auto rounded-md border border-ink bg-card py-1 outline-none transition duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** One place to go. */
export function MenuLink({ href, external, children }: { href: string; external?: boolean; children: ReactNode }) {
  return (
    <Base.LinkItem
      href={href}
      className={row}
      closeOnClick
      {...(external ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      {children}
    </Base.LinkItem>
  )
}
