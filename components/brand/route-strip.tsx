import { StationMark, type StopState } from './station-mark'

type RouteStop = {
  readonly label: string
  /** Usually the date; a second line in small type. */
  readonly sublabel?: string
  readonly href?: string
  readonly state: StopState
  /** The stop whose page this is. */
  readonly here?: boolean
}

type RouteStripProps = {
  readonly stops: readonly RouteStop[]
  /** What the strip is called by a screen reader. */
  readonly label: string
  /** How each state is said, as colour alone tells nobody. */
  readonly stateWords: Readonly<Record<StopState, string>>
}

/**
 * A series' stops in order. Scrolls sideways inside itself; the page's own stop, or else the present
 * one, is in view from the start without a script (see `brand-arrive` in route-strip.css).
 */
export function RouteStrip({ stops, label, stateWords }: RouteStripProps) {
  const reached = stops.findLastIndex(({ state }) => state === 'done' || state === 'now')
  const arrival = arrivalOf(stops, reached)
  const links = stops.some(({ href }) => href !== undefined)
  return (
    <nav className="brand-strip" aria-label={label}>
      {/* A scrolling list without links needs the keyboard too. */}
      <ol className="brand-strip-stops" tabIndex={links ? undefined : 0}>
        {stops.map((stop, index) => (
          <li
            key={`${index}-${stop.label}`}
            className="brand-strip-stop"
            data-state={stop.state}
            data-travelled={index < reached ? '' : undefined}
            data-here={stop.here ? '' : undefined}
            data-arrival={index === arrival ? '' : undefined}
          >
            <Stop stop={stop} words={stateWords[stop.state]} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The stop to be in view: this page's, the present one, or the last one held. */
function arrivalOf(stops: readonly RouteStop[], reached: number): number {
  const here = stops.findIndex((stop) => stop.here)
  const now = stops.findIndex(({ state }) => state === 'now')
  return here >= 0 ? here : now >= 0 ? now : reached
}

function Stop({ stop, words }: { readonly stop: RouteStop; readonly words: string }) {
  const current = stop.here ? 'page' : stop.state === 'now' ? 'step' : undefined
  const inside = (
    <>
      <StationMark state={stop.state} />
      <span className="brand-strip-label">{stop.label}</span>
      {stop.sublabel && <span className="brand-strip-sublabel">{stop.sublabel}</span>}
      <span className="brand-said">{words}</span>
    </>
  )
  if (stop.href === undefined) {
    return (
      <span className="brand-strip-place" aria-current={current}>
        {inside}
      </span>
    )
  }
  return (
    <a className="brand-strip-place" href={stop.href} aria-current={current}>
      {inside}
    </a>
  )
}
