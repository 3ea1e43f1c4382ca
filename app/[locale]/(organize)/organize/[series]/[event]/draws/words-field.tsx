'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'

type Words = Record<'words' | 'hint' | 'again' | 'tone' | 'toneHint' | 'machine' | 'hand' | 'failed', string>
type Props = { address: string; language: 'zh' | 'en'; shown: string; words: Words }
type Proposal = { words: string; by: 'machine' | 'hand' }

const field = 'w-full rounded-md border border-input bg-card px-3 text-base'

/** The words, and a button that proposes others; whatever is proposed can be changed before it is used. */
export function WordsField({ address, language, shown, words }: Props) {
  const [text, setText] = useState(shown)
  const [tone, setTone] = useState('')
  const [turn, setTurn] = useState(0)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const id = useId()
  const propose = async () => {
    setAsking(true)
    const body = new URLSearchParams({ language, tone, turn: String(turn) })
    const answer = await fetch(address, { method: 'POST', body }).catch(() => null)
    const proposal = answer?.ok ? ((await answer.json()) as Proposal) : null
    if (proposal) setText(proposal.words)
    setSaid(proposal ? words[proposal.by] : words.failed)
    setTurn(turn + 1)
    setAsking(false)
  }
  return (
    <div className="flex max-w-prose flex-col gap-3">
      <label htmlFor={id} className="font-medium">
        {words.words}
      </label>
      <textarea
        id={id}
        name="words"
        rows={2}
        maxLength={120}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        className={`${field} py-2`}
      />
      <p id={`${id}-hint`} className="text-sm text-muted">
        {words.hint} <span aria-live="polite">{said}</span>
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <label className="flex min-w-[min(15rem,100%)] flex-1 flex-col gap-1 text-sm">
          {words.tone}
          <input
            value={tone}
            maxLength={200}
            placeholder={words.toneHint}
            onChange={(event) => setTone(event.target.value)}
            className={`${field} min-h-11`}
          />
        </label>
        <Button look="line" disabled={asking} onClick={propose}>
          {words.again}
        </Button>
      </div>
    </div>
  )
}
