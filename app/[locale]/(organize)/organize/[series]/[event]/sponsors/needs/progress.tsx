import type { Progress } from '@/lib/sponsors/rules/needs'

type Props = { progress: Progress; wanted: number | null; label: string }

/** How far a need is, as a stretch of line: received in ink, pledged in the stop's colour, the rest still to come. */
export function ProgressLine({ progress, wanted, label }: Props) {
  const whole = Math.max(wanted ?? 0, progress.pledged, 1)
  const part = (count: number) => (wanted === null ? (progress.covered ? 100 : 0) : (count / whole) * 100)
  return (
    <svg role="img" aria-label={label} className="h-3 w-full" preserveAspectRatio="none" viewBox="0 0 100 12">
      <rect y="4" width="100" height="4" rx="2" className="fill-rule" />
      <rect y="4" width={part(progress.pledged)} height="4" rx="2" className="fill-pigment" />
      <rect y="4" width={part(progress.received)} height="4" rx="2" className="fill-ink" />
    </svg>
  )
}
