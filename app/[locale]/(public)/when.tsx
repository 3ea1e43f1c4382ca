import { Fragment } from 'react'
import { spanParts } from '@/lib/values/when'

type Props = {
  stop: { startsAt: string; endsAt: string; timeZone: string }
  locale: string
  now: Date
  className?: string
}

/** When a stop is: its day and its hours, neither broken over two lines. */
export function When({ stop, locale, now, className }: Props) {
  return (
    <time dateTime={stop.startsAt} className={className}>
      {spanParts(stop, locale, now).map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' '}
          <span className="inline-block">{part}</span>
        </Fragment>
      ))}
    </time>
  )
}
