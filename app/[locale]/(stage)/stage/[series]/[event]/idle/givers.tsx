import type { Stop } from '@/app/[locale]/(public)/load'
import { Photo } from '@/components/ui/photo'
import { inLanguage, languageOf } from '@/lib/values/language'
import { opticalSize } from './optical'

type Sponsor = Stop['support'][number]
type Props = { sponsors: readonly Sponsor[]; label: string; locale: string }

/** Everybody who gave: signs of one optical size, and whoever has none in letters of one size. */
export function Givers({ sponsors, label, locale }: Props) {
  const many = sponsors.length > 8
  return (
    <div className="stage-givers" data-many={many ? '' : undefined}>
      <p className="stage-label">{label}</p>
      <ul>
        {sponsors.map((sponsor) => (
          <li key={sponsor.id}>
            <Sign sponsor={sponsor} locale={locale} many={many} />
          </li>
        ))}
      </ul>
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
