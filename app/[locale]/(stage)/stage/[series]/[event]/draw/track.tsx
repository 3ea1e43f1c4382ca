import type { DrawView } from '@/lib/draws/queries/view'

const atMost = 14

/** The line of the evening: a station for each prize, painted as far as it was drawn; the ring is the one on now. */
export function Track({ draws, now }: { draws: readonly DrawView[]; now: string | null }) {
  const at = draws.findIndex(({ id }) => id === now)
  const from = Math.max(0, Math.min(at - 4, draws.length - atMost))
  const shown = draws.slice(from, from + atMost)
  return (
    <ol className="draw-track" aria-hidden="true">
      {shown.map(({ id, state }) => (
        <li key={id} data-state={id === now ? 'now' : state === 'settled' || state === 'drawn' ? 'done' : 'next'} />
      ))}
    </ol>
  )
}
