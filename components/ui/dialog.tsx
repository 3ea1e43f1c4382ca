'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, useRef, useState } from 'react'
import { X } from '@/components/ui/icons'
import { type ButtonLook, buttonClass } from './button'
import { classes } from './classes'
import { Disclosure } from './disclosure'

type Props = {
  /** What stands on the button that opens it. */
  trigger: ReactNode
  triggerLabel?: string
  triggerClass?: string
  look?: ButtonLook
  title: ReactNode
  lead?: ReactNode
  /** The words for "close". */
  close: string
  /** The same stands on a page of its own, which is the way to it without JavaScript. */
  elsewhere?: true
  /** A function gets the way to close it from within, after something was done. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/**
 * A sheet over the page: from the bottom on a phone, in the middle elsewhere. Focus goes in, stays in and comes back.
 * Without JavaScript what is in it unfolds in its place.
 */
export function Dialog(props: Props) {
  const { trigger, triggerLabel, look = 'line', elsewhere, lead, children } = props
  return (
    <>
      <Sheet {...props} />
      {!elsewhere && typeof children !== 'function' && (
        <noscript>
          <Disclosure summary={trigger} label={triggerLabel} look={look}>
            {lead && <p className="mb-4 text-muted">{lead}</p>}
            {children}
          </Disclosure>
        </noscript>
      )}
    </>
  )
}

function Sheet({ trigger, triggerLabel, triggerClass, look = 'line', title, lead, close, children }: Props) {
  const [open, setOpen] = useState(false)
  const sheet = useRef<HTMLDivElement>(null)
  const inside = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger
        aria-label={triggerLabel}
        className={classes(buttonClass({ look }), 'noscript:hidden', triggerClass)}
      >
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 min-h-dvh bg-[#10171a]/50 transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          ref={sheet}
          initialFocus={(by) => firstFocus(by, inside.current) ?? sheet.current}
          className="fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] overflow-y-auto border-t-4 border-ink bg-card px-5 pt-4 pb-[calc(1.5rem+env(safe-area-inset-bottom))] text-ink outline-none transition duration-200 data-ending-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0 sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[min(34rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:px-6 sm:data-ending-style:-translate-y-[48%] sm:data-starting-style:-translate-y-[48%]"
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="pt-2 text-lg font-bold">{title}</Base.Title>
            <Base.Close
              aria-label={close}
              title={close}
              className={classes(buttonClass({ look: 'quiet' }), '-mr-2 min-w-11')}
            >
              <X aria-hidden="true" className="size-5" />
            </Base.Close>
          </div>
          {lead && <Base.Description className="mb-4 text-muted">{lead}</Base.Description>}
          <div ref={inside}>{typeof children === 'function' ? children(() => setOpen(false)) : children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** The first thing to fill in. Nothing where a touch would call up the keyboard, or where there is only something to press. */
function firstFocus(by: string, inside: HTMLElement | null): HTMLElement | null {
  if (by === 'touch') return null
  return inside?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea') ?? null
}
