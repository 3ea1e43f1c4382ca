import type { PictureRef } from './picture'

type Drawn = Pick<PictureRef, 'width' | 'height' | 'inkWidth' | 'inkHeight' | 'inkShare'>
type Bounds = { ink: number; width: number; height: number }

/** How much ink a logo gets in px², and the box it must stay in. */
const usual: Bounds = { ink: 1_500, width: 160, height: 48 }

/**
 * The size in px at which a logo weighs as much to the eye as the others: logos get the same area of ink, not the same
 * height. A line of thin letters thus grows, a solid badge shrinks. Thin ink counts for a little more than it covers
 * (the root of its share), because the eye also sees the shape around it.
 */
export function opticalSize(picture: Drawn, bounds: Bounds = usual): { width: number; height: number } {
  const ratio = picture.width / picture.height
  const box = Math.max(0.05, picture.inkWidth * picture.inkHeight)
  const weight = box * Math.sqrt(Math.min(1, Math.max(0.02, picture.inkShare)))
  const wished = Math.sqrt(bounds.ink / (ratio * weight))
  const height = Math.min(wished, bounds.height, bounds.width / ratio)
  return { width: Math.round(height * ratio), height: Math.round(height) }
}
