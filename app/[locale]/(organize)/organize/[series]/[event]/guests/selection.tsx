'use client'

import { useTranslations } from 'next-intl'
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { BulkAct } from '@/lib/registration/schema/guests'
import type { GuestTab } from '@/lib/registration/schema/registration'
import { BulkDialog } from './bulk-dialog'

type Props = {
  eventId: string
  /** What the list shows, as its address says it. */
  list: string
  /** How many that is; null when it was not counted to the end, and then "all" is not offered. */
  matching: number | null
  tab: GuestTab
  children: ReactNode
}

const offered: Record<GuestTab, readonly BulkAct[]> = {
  all: ['approve', 'decline', 'cancel'],
  confirmed: ['cancel', 'resend'],
  waitlisted: ['promote', 'decline', 'cancel'],
  pending: ['approve', 'decline'],
  ended: ['restore'],
}

/** Ticks beside rows, and what can be done with those ticked or with all that the list shows. */
export function Selection({ eventId, list, matching, tab, children }: Props) {
  const t = useTranslations('guests.bulk')
  const frame = useRef<HTMLFieldSetElement>(null)
  const [ids, setIds] = useState<string[]>([])
  const [all, setAll] = useState(false)

  const boxes = () => [...(frame.current?.querySelectorAll<HTMLInputElement>('input[name="ids"]') ?? [])]
  const read = () => {
    setIds(boxes().flatMap((box) => (box.checked ? [box.value] : [])))
    setAll(false)
  }
  // Changes inside the dialogs come by here too, though they stand elsewhere on the page.
  const changed = (event: ChangeEvent<HTMLFieldSetElement>) => {
    if ((event.target as unknown as HTMLInputElement).name === 'ids') read()
  }
  const clear = () => {
    for (const box of boxes()) box.checked = false
    read()
  }
  const tickAll = () => {
    for (const box of boxes()) box.checked = true
    setIds(boxes().map((box) => box.value))
    setAll(true)
  }
  const count = all ? (matching ?? 0) : ids.length
  return (
    <fieldset ref={frame} onChange={changed} className="min-w-0">
      {children}
      {count > 0 && (
        <section
          aria-label={t('selected', { count })}
          className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-t-2 border-ink bg-card px-4 py-2 pb-[calc(0.5rem+env(safe-area-inset-bottom))] sm:mx-0"
        >
          <p role="status" className="tabular font-medium">
            {t('selected', { count })}
          </p>
          {!all && matching !== null && matching > ids.length && (
            <Button look="quiet" onClick={tickAll}>
              {t('all', { count: matching })}
            </Button>
          )}
          <Button look="quiet" onClick={clear}>
            {t('none')}
          </Button>
          <div className="flex flex-wrap gap-2 sm:ml-auto">
            {offered[tab].map((act) => (
              <BulkDialog
                key={act}
                act={act}
                eventId={eventId}
                count={count}
                chosen={all ? { list } : { ids }}
                over={clear}
              />
            ))}
          </div>
        </section>
      )}
    </fieldset>
  )
}
