import type { PictureRef } from '@/lib/values/picture'

/**
 * The size in vh at which a sign weighs as much to the eye as the others: equal inked areas, the lighter ones a little
 * larger, and none wider or higher than its place. `area` is that of a full square sign, in vh².
 */
export function opticalSize(sign: PictureRef, place: { area: number; width: number; height: number }) {
  const [inkWide, inkHigh] = [sign.width * sign.inkWidth, sign.height * sign.inkHeight]
  const ratio = inkWide / Math.max(1, inkHigh)
  const weight = Math.max(0.15, sign.inkShare) ** 0.25
  const high = Math.min(Math.sqrt(place.area / ratio) / weight, place.height, place.width / ratio)
  const scale = high / Math.max(1, inkHigh)
  return { width: round(sign.width * scale), height: round(sign.height * scale) }
}

const round = (vh: number) => Math.round(vh * 100) / 100
