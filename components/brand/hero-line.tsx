import { type Box, drawLine, type LineDrawing, type Station } from '@/lib/values/line'
import { emsOf, linesOf, shareOf } from './city-width'

type HeroLineProps = {
  /** The event's slug. */
  readonly seed: string
  readonly city: string
  /** Which stop of the tour this is: so many stations, the last one present. */
  readonly number: number
}

/** The hero's measures in px; brand.css repeats them. The drawing is cut off on the right, never scaled. */
const sheets = {
  phone: {
    width: 768,
    height: 364,
    cell: 20,
    thickness: 10,
    nowBefore: 340,
    top: 56,
    side: 16,
    city: 136,
    below: 56,
    faintLines: 2,
  },
  desk: {
    width: 1920,
    height: 600,
    cell: 32,
    thickness: 17,
    nowBefore: 760,
    top: 72,
    side: 40,
    city: 240,
    below: 96,
    faintLines: 3,
  },
} as const

type Sheet = (typeof sheets)[keyof typeof sheets]

/**
 * The poster line behind a city's name, drawn around the place the name takes. For the eye only.
 * It is drawn once for the phone and once for wide screens; CSS shows the one that fits.
 */
export function HeroLine({ seed, city, number }: HeroLineProps) {
  return (
    <div className="brand-hero-line" aria-hidden="true">
      {(['phone', 'desk'] as const).map((name) => (
        <Drawing key={name} name={name} drawing={drawn(seed, city, number, name)} />
      ))}
    </div>
  )
}

function Drawing({ name, drawing }: { readonly name: keyof typeof sheets; readonly drawing: LineDrawing }) {
  const { width, height } = sheets[name]
  return (
    <svg
      className="brand-line"
      data-cut={name}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      focusable="false"
      aria-hidden="true"
    >
      {drawing.lines.map(({ tone, path, thickness }, index) => (
        <g key={`${index} ${path}`} data-tone={tone}>
          {tone === 'main' && (
            <path className="brand-line-casing" d={path} pathLength={1} strokeWidth={thickness * 1.7} />
          )}
          <path d={path} pathLength={1} strokeWidth={thickness} />
        </g>
      ))}
      {drawing.stations.map((station) => (
        <Ring key={`${station.x} ${station.y}`} {...station} />
      ))}
    </svg>
  )
}

function Ring({ x, y, radius, kind }: Station) {
  const width = radius * 0.36
  return <circle data-kind={kind} cx={x} cy={y} r={radius - width / 2} strokeWidth={width} />
}

const KEPT_DRAWINGS = 400
const kept = new Map<string, LineDrawing>()

/** A drawing is some 15 ms of work and a pure answer: the latest few hundred are kept. */
function drawn(seed: string, city: string, number: number, name: keyof typeof sheets): LineDrawing {
  const key = JSON.stringify([seed, city, number, name])
  const known = kept.get(key)
  if (known) return known
  const sheet = sheets[name]
  const drawing = drawLine({
    seed,
    width: sheet.width,
    height: sheet.height,
    cell: sheet.cell,
    thickness: sheet.thickness,
    nowBefore: sheet.nowBefore,
    keepOut: keepOutOf(sheet, city),
    stopsBefore: Math.max(0, Math.min(4, number - 1)),
    faintLines: sheet.faintLines,
  })
  kept.set(key, drawing)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_DRAWINGS) break
    kept.delete(oldest)
  }
  return drawing
}

/** The row of badge and links above, the name, and everything below the hero: no line ends in the page. */
function keepOutOf(sheet: Sheet, city: string): Box[] {
  const nameTop = sheet.height - sheet.below - sheet.city
  const lines = linesOf(city)
  const widest = Math.max(...lines.map(emsOf)) * shareOf(lines)
  const nameWidth = sheet.side + sheet.city * Math.max(widest, 1.6)
  return [
    { x: -1000, y: -1000, width: sheet.width + 2000, height: 1000 + sheet.top },
    { x: -1000, y: nameTop, width: 1000 + nameWidth, height: sheet.city + sheet.below },
    { x: -1000, y: sheet.height, width: sheet.width + 2000, height: 1000 },
  ]
}
