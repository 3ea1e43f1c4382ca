const pips: Record<string, number[]> = {
  1: [4],
  2: [0, 8],
  3: [0, 4, 8],
  4: [0, 2, 6, 8],
  5: [0, 2, 4, 6, 8],
  6: [0, 2, 3, 5, 6, 8],
}
const signs: Record<string, string> = { S: '♠', H: '♥', D: '♦', C: '♣' }

/** What was thrown, as it lies on the table, so that the throwers can compare it from their seats. */
export function Pieces({ text }: { text: string }) {
  const pieces = text.split(';').flatMap((part) => {
    const [kind = '', values = ''] = part.trim().split(':')
    return values
      .split(/[ ,]+/)
      .filter(Boolean)
      .map((value) => ({ kind, value }))
  })
  return (
    <ul className="draw-pieces">
      {pieces.map(({ kind, value }, index) => (
        <li key={`${index} ${value}`}>{kind === 'd6' ? <Die value={value} /> : <Card value={value} />}</li>
      ))}
    </ul>
  )
}

function Die({ value }: { value: string }) {
  return (
    <svg viewBox="0 0 60 60" role="img" aria-label={value}>
      <rect width="60" height="60" rx="10" fill="#fffdf8" />
      {(pips[value] ?? []).map((cell) => (
        <circle key={cell} cx={14 + (cell % 3) * 16} cy={14 + Math.floor(cell / 3) * 16} r="6" fill="#10171a" />
      ))}
    </svg>
  )
}

function Card({ value }: { value: string }) {
  const suit = value.at(-1) ?? ''
  const sign = signs[suit]
  return (
    <span className="draw-card" data-red={suit === 'H' || suit === 'D' ? '' : undefined}>
      {sign ? `${value.slice(0, -1)}${sign}` : value}
    </span>
  )
}
