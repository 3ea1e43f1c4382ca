import { encode } from 'uqr'
import type { Box } from '@/lib/values/boxes'
import type { LineDrawing, Station } from '@/lib/values/line'
import { ground, type Pigment, pigments } from '@/lib/values/pigments'

export type Paints = { readonly pigment: string; readonly paper: string; readonly ink: string; readonly faint: string }

export function paintsFor(pigment: Pigment, on: 'light' | 'night'): Paints {
  const { paper, ink, faint } = ground[on]
  return { paper, ink, faint, pigment: pigments[pigment][on] }
}

/** The line as SVG: faint lines, the main line in a casing of paper where it crosses them, stations. */
export function lineMarkup(drawing: LineDrawing, paints: Paints): string {
  const strokes = drawing.lines.map(({ tone, path, thickness }) =>
    tone === 'faint'
      ? stroke(path, paints.faint, thickness)
      : stroke(path, paints.paper, thickness * 1.7) + stroke(path, paints.pigment, thickness),
  )
  return strokes.join('') + drawing.stations.map((station) => stationMarkup(station, paints)).join('')
}

function stroke(path: string, colour: string, thickness: number): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${short(thickness)}" stroke-linecap="round" stroke-linejoin="round"/>`
}

function stationMarkup({ x, y, radius, kind }: Station, paints: Paints): string {
  const colour = { now: paints.ink, stop: paints.pigment, faint: paints.faint }[kind]
  const width = radius * 0.36
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius - width / 2)}" fill="${paints.paper}" stroke="${colour}" stroke-width="${short(width)}"/>`
}

/** A QR code (error correction M, quiet zone of 4 modules) on white that fills the place. */
export function qrMarkup(url: string, { x, y, width }: Box): string {
  const { data, size } = encode(url, { ecc: 'M', border: 4, boostEcc: false })
  const runs = data.flatMap((row, line) =>
    darkRuns(row).map(([from, length]) => `M${from} ${line}h${length}v1h-${length}z`),
  )
  const ground = `<rect width="${size}" height="${size}" rx="1.2" fill="#FFFFFF"/>`
  return `<g transform="translate(${short(x)} ${short(y)}) scale(${width / size})" shape-rendering="crispEdges">${ground}<path d="${runs.join('')}" fill="#000000"/></g>`
}

function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  for (const [column, dark] of row.entries()) {
    const last = runs.at(-1)
    if (dark && last && last[0] + last[1] === column) last[1]++
    else if (dark) runs.push([column, 1])
  }
  return runs
}

function short(value: number): number {
  return Number(value.toFixed(2))
}
