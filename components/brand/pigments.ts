import type { CSSProperties } from 'react'
import { type Pigment, pigments } from '@/lib/values/pigments'

/**
 * The style attribute that colours everything inside with one city's pigment. `brand.css` turns its
 * two tones into `--pigment`, which follows the colour scheme where it is used.
 */
export function pigmentStyle(pigment: Pigment): CSSProperties {
  const { light, night } = pigments[pigment]
  const tones: Record<`--${string}`, string> = { '--pigment-light': light, '--pigment-night': night }
  return tones
}
