'use client'

import { useEffect, useState } from 'react'
import type { Entry } from '@/lib/draws/rules/entry'
import { firstChanged, keepSeen, readKept } from './kept'

type Props = {
  /** The hashes of the log as it is now. */
  log: string[]
  entry?: Entry
  words: { same: string; changed: string; gone: string }
}

/**
 * Keeps the draw's codes on this phone and compares them with those it kept before: a replaced record is said in words.
 * Nothing leaves the phone.
 */
export function KeepCodes({ log, entry, words }: Props) {
  const [said, setSaid] = useState<{ good: boolean; text: string } | null>(null)
  // Arrays are new with every answer of the server; the head stands for the whole log.
  const head = log.at(-1)
  useEffect(() => {
    const lines = log.map((hash) => ({ hash }))
    const wrong = firstChanged(lines, readKept(lines))
    keepSeen(lines, entry)
    const count = readKept(lines).seen.length
    if (wrong) {
      const text = wrong.still === 'gone' ? words.gone : words.changed
      setSaid({ good: false, text: text.replace('{at}', String(wrong.i)) })
    } else if (count > 0) setSaid({ good: true, text: words.same.replace('{count}', String(count)) })
  }, [head])
  if (!said) return null
  return (
    <p
      role={said.good ? undefined : 'alert'}
      className={said.good ? 'mt-2 text-sm text-good' : 'mt-3 font-bold text-bad'}
    >
      {said.good ? '✓' : '✗'} {said.text}
    </p>
  )
}
