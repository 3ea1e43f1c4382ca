import { animate, type Sheet } from './canvas'

const lasts = 2_600
const pieces = 44

/** A few tickets and stations fall once and are gone. */
export function rejoice(): () => void {
  const thrown = Array.from({ length: pieces }, (_, index) => ({
    x: Math.random(),
    late: Math.random() * 500,
    drift: (Math.random() - 0.5) * 14,
    turn: (Math.random() - 0.5) * 5,
    size: 1.1 + Math.random() * 1.1,
    kind: index % 3,
  }))
  return animate(
    (pen, sheet, at) => {
      for (const piece of thrown) fall(pen, sheet, { ...piece, since: at - piece.late })
      return at < lasts + 500
    },
    () => {},
  )
}

type Piece = { x: number; drift: number; turn: number; size: number; kind: number; since: number }

function fall(pen: CanvasRenderingContext2D, sheet: Sheet, piece: Piece): void {
  const part = piece.since / lasts
  if (part <= 0 || part >= 1) return
  const { vh } = sheet
  pen.save()
  pen.globalAlpha = part > 0.75 ? (1 - part) * 4 : 1
  pen.translate(piece.x * sheet.width + Math.sin(part * 5) * piece.drift * vh, part * part * 70 * vh - 4 * vh)
  pen.rotate(piece.turn * part * Math.PI)
  const size = piece.size * vh
  if (piece.kind === 0) {
    pen.beginPath()
    pen.arc(0, 0, size * 0.7, 0, Math.PI * 2)
    pen.lineWidth = size * 0.42
    pen.strokeStyle = sheet.ink
    pen.stroke()
  } else {
    pen.fillStyle = piece.kind === 1 ? sheet.pigment : sheet.good
    pen.fillRect(-size, -size * 0.35, size * 2, size * 0.7)
  }
  pen.restore()
}
