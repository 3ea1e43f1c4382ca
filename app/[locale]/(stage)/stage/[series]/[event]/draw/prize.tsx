import { getTranslations } from 'next-intl/server'
import type { CSSProperties, ReactNode } from 'react'
import { Photo } from '@/components/ui/photo'
import type { DrawView } from '@/lib/draws/queries/view'
import { inLanguage, languageOf } from '@/lib/values/language'
import { emsOf } from './fit'

type Props = {
  label: string
  draws: readonly DrawView[]
  locale: string
  /** Something large stands below: the title makes room. */
  crowded?: boolean
  children?: ReactNode
}

/** What is to be won: large, with its picture and who gives it; a series of small ones as a list. */
export function Prize({ label, draws, locale, crowded, children }: Props) {
  const [first] = draws
  if (!first) return null
  return (
    <div className="draw-middle" data-photo={draws.length === 1 && first.photo ? '' : undefined}>
      <div className="draw-words">
        <p className="draw-label">{label}</p>
        {draws.length === 1 ? (
          <One draw={first} locale={locale} most={crowded ? 11 : 17} />
        ) : (
          <Several draws={draws} locale={locale} />
        )}
        {children}
      </div>
      {draws.length === 1 && <Picture draw={first} />}
    </div>
  )
}

/** The prize's photo, on white as it was taken. */
export function Picture({ draw }: { draw: DrawView }) {
  if (!draw.photo) return null
  return (
    <figure className="draw-photo">
      <Photo picture={draw.photo} alt="" sizes="46vh" eager />
    </figure>
  )
}

async function One({ draw, locale, most }: { draw: DrawView; locale: string; most: number }) {
  const title = inLanguage(locale, draw.title, draw.titleEn)
  const ems = emsOf(draw.units > 1 ? `${title} × ${draw.units}` : title)
  const style = { '--ems': ems, '--most': `${most}vh` } as CSSProperties
  return (
    <>
      <h1 className="draw-title" lang={languageOf(locale, draw.title, draw.titleEn)} style={style}>
        {title}
        {draw.units > 1 && <span className="draw-units"> × {draw.units}</span>}
      </h1>
      <Giver draw={draw} locale={locale} />
    </>
  )
}

/** Who gives it: their sign if they have one, and their name. */
export async function Giver({ draw, locale }: { draw: DrawView; locale: string }) {
  const t = await getTranslations('draws.stage')
  return (
    <p className="draw-sponsor">
      {draw.logo && (
        <span className="draw-logo">
          <Photo picture={draw.logo} alt="" sizes="24vh" eager />
        </span>
      )}
      <span>{t('given', { sponsor: inLanguage(locale, draw.sponsor, draw.sponsorEn) })}</span>
    </p>
  )
}

function Several({ draws, locale }: { draws: readonly DrawView[]; locale: string }) {
  return (
    <ul className="draw-several" data-many={draws.length > 4 ? '' : undefined}>
      {draws.map((draw) => (
        <li key={draw.id} lang={languageOf(locale, draw.title, draw.titleEn)}>
          {inLanguage(locale, draw.title, draw.titleEn)}
          {draw.units > 1 && <span className="draw-units"> × {draw.units}</span>}
        </li>
      ))}
    </ul>
  )
}
