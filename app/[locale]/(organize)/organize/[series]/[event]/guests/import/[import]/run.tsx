'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  url: string
  locale: string
  total: number
  left: number
  /** `running` holds {done} and {total}. */
  words: { go: string; lead: string; running: string; broken: string; refused: string }
}

/**
 * Imports one portion after the other and shows how far it is. What was done stays done when the line breaks. Without
 * JavaScript it is a plain form that is answered after many portions.
 */
export function Run({ url, locale, total, left: before, words }: Props) {
  const router = useRouter()
  const [left, setLeft] = useState(before)
  const [state, setState] = useState<'idle' | 'running' | 'broken' | 'refused'>('idle')
  const run = async (event: FormEvent) => {
    event.preventDefault()
    setState('running')
    try {
      for (let rest = 1; rest > 0; ) {
        const response = await fetch(url, { method: 'POST', headers: { accept: 'application/json' } })
        if (!response.ok) return setState(response.status === 422 ? 'refused' : 'broken')
        rest = ((await response.json()) as { left: number }).left
        setLeft(rest)
      }
      router.refresh()
    } catch {
      setState('broken')
    }
  }
  const done = total - left
  const running = words.running.replace('{done}', String(done)).replace('{total}', String(total))
  return (
    <div className="mt-6 flex flex-col items-start gap-3 border-t-2 border-ink pt-4">
      <p className="text-sm text-muted">{words.lead}</p>
      {state !== 'idle' && (
        <div className="w-full" role="status">
          <progress value={done} max={total} aria-label={running} className="w-full" />
          <p className="tabular text-sm">{running}</p>
        </div>
      )}
      {(state === 'broken' || state === 'refused') && (
        <p role="alert" className="border-l-4 border-bad pl-3 font-medium">
          {words[state]}
        </p>
      )}
      <form method="post" action={url} onSubmit={run}>
        <input type="hidden" name="locale" value={locale} />
        <Button type="submit" disabled={state === 'running'}>
          {words.go}
        </Button>
      </form>
    </div>
  )
}
