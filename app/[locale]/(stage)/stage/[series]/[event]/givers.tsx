import { Logo } from '@/components/ui/logo'
import { inLanguage, languageOf } from '@/lib/values/language'
import type { PictureRef } from '@/lib/values/picture'

type Giver = { id: string; name: string; nameEn: string | null; logo: PictureRef | null }
type Props = { sponsors: Giver[]; label: string; locale: string }

/** Everybody who gave, all names of one size. */
export function Givers({ sponsors, label, locale }: Props) {
  if (sponsors.length === 0) return null
  return (
    <footer className="stage-givers">
      <span className="stage-givers-label">{label}</span>
      {sponsors.map(({ id, name, nameEn, logo }) => (
        <span key={id} lang={languageOf(locale, name, nameEn)}>
          {logo ? <Logo picture={logo} name={inLanguage(locale, name, nameEn)} /> : inLanguage(locale, name, nameEn)}
        </span>
      ))}
    </footer>
  )
}
