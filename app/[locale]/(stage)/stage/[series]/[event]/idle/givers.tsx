import { Fragment } from 'react'
import type { Stop } from '@/app/[locale]/(public)/load'
import { Photo } from '@/components/ui/photo'
import { underTiers } from '@/lib/sponsors/rules/ledger'
import { inLanguage, languageOf } from '@/lib/values/language'
import { opticalSize } from './optical'

type Sponsor = Stop['support'][number]
type Props = { sponsors: readonly Sponsor[]; label: string; locale: string }

/** Everybody who gave, under their tiers where the stop has some: signs of one optical size, else letters of one size. */
export function Givers({ sponsors, label, locale }: Props) {
  const groups = underTiers(sponsors)
  const many = sponsors.length > 8 || groups.length > 2
  return (
    <div className="stage-givers" data-many={many ? '' : undefined}>
      {groups.map(({ tier, sponsors: ofTier }) => (
        <Fragment key={tier?.id ?? ''}>
          <p className="stage-label" lang={tier ? languageOf(locale, tier.name, tier.nameEn) : undefined}>
            {tier ? inLanguage(locale, tier.name, tier.nameEn) : label}
          </p>
          <ul>
            {ofTier.map((sponsor) => (
              <li key={sponsor.id}>
                <Sign sponsor={sponsor} locale={locale} many={many} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  )
}

function Sign({ sponsor, locale, many }: { sponsor: Sponsor; locale: string; many: boolean }) {
  const { logo, name, nameEn } = sponsor
  const said = inLanguage(locale, name, nameEn)
  if (!logo) return <span lang={languageOf(locale, name, nameEn)}>{said}</span>
  const place = many ? { area: 90, width: 24, height: 10 } : { area: 190, width: 36, height: 15 }
  const { width, height } = opticalSize(logo, place)
  return (
    <span className="stage-sign" style={{ width: `${width}vh`, height: `${height}vh` }}>
      <Photo picture={logo} alt={said} sizes={`${Math.ceil(width)}vh`} eager />
    </span>
  )
}
