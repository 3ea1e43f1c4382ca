import { StationMark } from '@/components/brand/station-mark'
import type { StationState } from '@/lib/events/rules'
import { inLanguage, languageOf } from '@/lib/values/language'
import { lineDays } from '@/lib/values/when'

type Stop = {
  id: string
  city: string
  cityEn: string
  startsAt: string
  timeZone: string
  state: StationState
}

const atMost = 6

/** The line as a platform's sign shows it: across the whole screen, this stop as the ring. */
export function StageLine({ stops, hereId, locale }: { stops: Stop[]; hereId: string; locale: string }) {
  const here = Math.max(
    0,
    stops.findIndex(({ id }) => id === hereId),
  )
  const from = Math.max(0, Math.min(here - 2, stops.length - atMost))
  const shown = stops.slice(from, from + atMost)
  const days = lineDays(shown, locale, new Date())
  return (
    <ol className="stage-line">
      {shown.map((stop, index) => (
        <li
          key={stop.id}
          data-travelled={from + index <= here ? '' : undefined}
          data-here={stop.id === hereId ? '' : undefined}
        >
          <StationMark state={stateHere(stop, from + index - here)} />
          <span className="stage-line-city" lang={languageOf(locale, stop.city, stop.cityEn)}>
            {inLanguage(locale, stop.city, stop.cityEn)}
          </span>
          <span className="stage-line-day">{days[index]}</span>
        </li>
      ))}
    </ol>
  )
}

/** On its own stage a stop is where we are, whatever the calendar says. */
function stateHere(stop: Stop, distance: number): StationState {
  if (distance === 0) return 'now'
  if (stop.state === 'cancelled') return 'cancelled'
  return distance < 0 ? 'done' : 'next'
}
