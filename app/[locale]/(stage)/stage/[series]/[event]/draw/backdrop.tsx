import { drawLine, type LineDrawing } from '@/lib/values/line'

const [width, height] = [1920, 1080]
const kept = new Map<string, LineDrawing>()

/** The network behind everything: faint lines of the same hand as on the posters, another picture for every prize. */
export function Backdrop({ seed }: { seed: string }) {
  return (
    <svg
      className="stage-backdrop"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {drawn(seed)
        .lines.filter(({ tone }) => tone === 'faint')
        .map(({ path, thickness }) => (
          <path key={path} d={path} strokeWidth={thickness} />
        ))}
    </svg>
  )
}

function drawn(seed: string): LineDrawing {
  const known = kept.get(seed)
  if (known) return known
  const drawing = drawLine({ seed, width, height, cell: 60, thickness: 20, keepOut: [], stopsBefore: 0, faintLines: 5 })
  if (kept.size > 100) kept.clear()
  kept.set(seed, drawing)
  return drawing
}
