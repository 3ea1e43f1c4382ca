/** The one canvas: as large as the screen, sharp, and idle unless something moves. */
type Paint = (pen: CanvasRenderingContext2D, sheet: Sheet, at: number) => boolean
export type Sheet = {
  width: number
  height: number
  vh: number
  ink: string
  paper: string
  pigment: string
  good: string
}

let frame = 0
const shortest = 1000 / 62

const canvasOf = (): HTMLCanvasElement | null => document.querySelector('#stage-canvas')

/** Paints frame after frame, sixty a second at most, until `paint` answers false; `after` runs once it is over. */
export function animate(paint: Paint, after: () => void): () => void {
  const canvas = canvasOf()
  const pen = canvas?.getContext('2d')
  if (!canvas || !pen) {
    after()
    return () => {}
  }
  cancelAnimationFrame(frame)
  const sheet = fit(canvas, pen)
  const from = performance.now()
  let last = 0
  let over = false
  const end = () => {
    if (over) return
    over = true
    cancelAnimationFrame(frame)
    pen.clearRect(0, 0, sheet.width, sheet.height)
    canvas.hidden = true
    after()
  }
  const step = (now: number) => {
    if (over) return
    if (now - last >= shortest) {
      last = now
      pen.clearRect(0, 0, sheet.width, sheet.height)
      if (!paint(pen, sheet, now - from)) return end()
    }
    frame = requestAnimationFrame(step)
  }
  canvas.hidden = false
  frame = requestAnimationFrame(step)
  return end
}

function fit(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D): Sheet {
  // More pixels than this cost a weak laptop its sixty frames, and nobody in the last row sees them.
  const scale = Math.min(devicePixelRatio, 1920 / innerWidth, 2)
  canvas.width = Math.round(innerWidth * scale)
  canvas.height = Math.round(innerHeight * scale)
  pen.setTransform(scale, 0, 0, scale, 0, 0)
  const style = getComputedStyle(document.getElementById('stage') ?? document.body)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    width: innerWidth,
    height: innerHeight,
    vh: innerHeight / 100,
    ink: colour('--color-ink'),
    paper: colour('--color-paper'),
    pigment: colourOf('--pigment') || colour('--color-ink'),
    good: colour('--color-good'),
  }
}

/** A pigment is written with light-dark(), which a canvas does not read: asked for as a colour that is in use. */
function colourOf(name: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${name})`
  document.getElementById('stage')?.append(probe)
  const found = getComputedStyle(probe).color
  probe.remove()
  return found
}
