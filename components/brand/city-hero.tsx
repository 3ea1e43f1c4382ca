import type { ReactNode } from 'react'
import { CityName } from './city-name'
import { HeroLine } from './hero-line'

type CityHeroProps = {
  readonly seed: string
  readonly number: number
  readonly city: string
  readonly latin: string
  readonly fonts?: { readonly city?: string | undefined; readonly latin?: string | undefined }
  /** The row above: the stop's badge on the left, links on the right. */
  readonly children?: ReactNode
}

/** The head of an event's page: the line, and the city's name in the room it leaves. */
export function CityHero({ seed, number, city, latin, fonts, children }: CityHeroProps) {
  return (
    <div className="brand-hero">
      <HeroLine seed={seed} city={city} number={number} />
      <div className="brand-hero-top">{children}</div>
      <CityName city={city} latin={latin} {...(fonts ? { fonts } : {})} />
    </div>
  )
}
