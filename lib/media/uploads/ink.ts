import type { Sharp } from 'sharp'

/** The box of what is drawn, in shares of width and height, and the share of that box that is covered. */
export type Ink = { inkLeft: number; inkTop: number; inkWidth: number; inkHeight: number; inkShare: number }

const whole: Ink = { inkLeft: 0, inkTop: 0, inkWidth: 1, inkHeight: 1, inkShare: 1 }
const raster = 160

/**
 * Where a picture has ink: what is not see-through, or, on a closed ground, what differs from the colour of its corner.
 * Logos of very different margins and weights can be set to one optical size with it. An empty picture counts as all ink.
 */
export async function inkOf(picture: Sharp): Promise<Ink> {
  const { data, info } = await picture
    .clone()
    .resize(raster, raster, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return boxOf(data, info.width, info.height)
}

/** The same for plain RGBA rows. */
export function boxOf(rgba: Uint8Array, width: number, height: number): Ink {
  const cover = coverOf(rgba)
  let [left, top, right, bottom, sum] = [width, height, -1, -1, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ink = cover(4 * (y * width + x))
      if (ink < 0.1) continue
      sum += ink
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  if (right < 0) return whole
  const [wide, high] = [right - left + 1, bottom - top + 1]
  return {
    inkLeft: left / width,
    inkTop: top / height,
    inkWidth: wide / width,
    inkHeight: high / height,
    inkShare: Math.min(1, sum / (wide * high)),
  }
}

/** How much of a pixel is ink, 0 to 1. */
function coverOf(rgba: Uint8Array): (at: number) => number {
  const at = (index: number) => rgba[index] ?? 0
  const open = at(3) < 250
  if (open) return (index) => at(index + 3) / 255
  const [red, green, blue] = [at(0), at(1), at(2)]
  return (index) => {
    const away = Math.max(Math.abs(at(index) - red), Math.abs(at(index + 1) - green), Math.abs(at(index + 2) - blue))
    return Math.min(1, away / 128)
  }
}
