'use client'

import { type FormEvent, type ReactNode, useRef } from 'react'

const day = 24 * 60

/** Around the two times of a stop: the end goes along with the start until somebody sets it themselves. */
export function StartAndEnd({ children }: { children: ReactNode }) {
  const ownEnd = useRef(false)
  const follow = ({ target, currentTarget }: FormEvent<HTMLDivElement>) => {
    const [start, end] = currentTarget.querySelectorAll('input')
    if (!start || !end || ownEnd.current) return
    if (target === end) {
      ownEnd.current = true
      return
    }
    const minutes = minutesOf(start.value) + minutesOf(end.defaultValue) - minutesOf(start.defaultValue)
    if (!Number.isNaN(minutes)) end.value = clockOf((minutes + day) % day)
  }
  return (
    <div className="grid grid-cols-2 gap-4" onInput={follow}>
      {children}
    </div>
  )
}

/** Minutes since midnight; NaN for no time. */
function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours || Number.NaN) * 60 + Number(minutes)
}

const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
