import { animate, type Sheet } from './canvas'
import { tick } from './sound'

const lasts = 4_200
const every = 46

/**
 * Numbers ride along the line like the cars of a train, ever slower, until one stops at the station. It only shows: who
 * won was stored before, and the numbers that pass are any of those in the hat. Answers how to skip it.
 */
export function passAlong({ count, words, after }: { count: number; words: string; after: () => void }): () => void {
  const cars = Array.from({ length: 64 }, () => words.replace('{n}', String(1 + Math.floor(Math.random() * count))))
  let passed = 0
  return animate((pen, sheet, at) => {
    const part = Math.min(1, at / lasts)
    // How many cars have passed the station: fast at first, braking evenly, standing at the end.
    const way = every * (1 - (1 - part) ** 2.6)
    if (Math.floor(way) > passed) {
      passed = Math.floor(way)
      tick()
    }
    line(pen, sheet)
    train(pen, sheet, { cars, way })
    station(pen, sheet, part)
    return part < 1
  }, after)
}

const railAt = ({ height }: Sheet) => height * 0.47

function line(pen: CanvasRenderingContext2D, sheet: Sheet): void {
  pen.fillStyle = sheet.pigment
  pen.fillRect(0, railAt(sheet) + 13 * sheet.vh, sheet.width, 1.8 * sheet.vh)
}

function train(pen: CanvasRenderingContext2D, sheet: Sheet, { cars, way }: { cars: string[]; way: number }): void {
  const { vh, width } = sheet
  const wide = 46 * vh
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  const first = Math.floor(way) - Math.ceil(width / wide / 2) - 1
  for (let car = first; car <= way + width / wide / 2 + 1; car++) {
    const middle = width / 2 - (car - way) * wide
    const near = Math.max(0, 1 - Math.abs(middle - width / 2) / (wide * 0.9))
    pen.globalAlpha = 0.28 + 0.72 * near
    pen.fillStyle = sheet.ink
    pen.font = `700 ${(10 + 6 * near) * vh}px system-ui, sans-serif`
    pen.fillText(cars[((car % cars.length) + cars.length) % cars.length] ?? '', middle, railAt(sheet))
  }
  pen.globalAlpha = 1
}

/** The ring that they pass; it closes while the train brakes. */
function station(pen: CanvasRenderingContext2D, sheet: Sheet, part: number): void {
  const { vh, width } = sheet
  const middle = railAt(sheet) + 13.9 * vh
  pen.beginPath()
  pen.arc(width / 2, middle, 3.4 * vh, 0, Math.PI * 2)
  pen.fillStyle = sheet.paper
  pen.fill()
  pen.lineWidth = 1.5 * vh
  pen.strokeStyle = sheet.ink
  pen.stroke()
  pen.beginPath()
  pen.arc(width / 2, middle, 6.2 * vh, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * part)
  pen.lineWidth = 0.7 * vh
  pen.strokeStyle = sheet.pigment
  pen.stroke()
}
