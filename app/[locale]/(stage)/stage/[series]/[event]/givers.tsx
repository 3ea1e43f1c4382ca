import { inLanguage, languageOf } from '@/lib/values/language'

type Props = { sponsors: { id: string; name: string; nameEn: string | null }[]; label: string; locale: string }

/** Everybody who gave, all names of one size. */
export function Givers({ sponsors, label, locale }: Props) {
  if (sponsors.length === 0) return null
  return (
    <footer className="stage-givers">
      <span className="stage-givers-label">{label}</span>
      {sponsors.map(({ id, name, nameEn }) => (
        <span key={id} lang={languageOf(locale, name, nameEn)}>
          {inLanguage(locale, name, nameEn)}
        </span>
      ))}
    </footer>
  )
}
