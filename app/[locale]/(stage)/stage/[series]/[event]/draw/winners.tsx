import { getTranslations } from 'next-intl/server'
import type { CSSProperties } from 'react'
import type { DrawView, Person } from '@/lib/draws/queries/view'
import { inLanguage, languageOf } from '@/lib/values/language'
import { emsOf, gridFor } from './fit'
import { Giver, Picture } from './prize'

/** Who was drawn: one person large beside the prize, for the photo; many as cards that turn green one by one. */
export async function Winners({ draw, wait, locale }: { draw: DrawView; wait: number; locale: string }) {
  const t = await getTranslations('draws.stage')
  const grid = gridFor(draw.people.length)
  const title = inLanguage(locale, draw.title, draw.titleEn)
  const waiting = draw.people.some(({ status }) => status === 'called')
  return (
    <div className="draw-middle" data-photo={grid === 'one' && draw.photo ? '' : undefined} data-grid={grid}>
      <div className="draw-words">
        <p className="draw-won" lang={languageOf(locale, draw.title, draw.titleEn)}>
          {title}
        </p>
        {grid === 'one' && <Giver draw={draw} locale={locale} />}
        <ol className="draw-winners">
          {draw.people.map((person, index) => (
            <Winner key={person.entry} person={person} index={index} />
          ))}
        </ol>
        <p className="draw-come">
          {waiting ? (wait > 0 ? t('comeWithin', { minutes: wait / 60 }) : t('come')) : t('settled')}
        </p>
      </div>
      {grid === 'one' && <Picture draw={draw} />}
    </div>
  )
}

async function Winner({ person, index }: { person: Person; index: number }) {
  const t = await getTranslations('draws')
  const name = person.label ?? t('claim.erased')
  const style = { '--wait': `${Math.min(index, 39) * 70}ms`, '--ems': emsOf(name) } as CSSProperties
  return (
    <li data-key={person.entry} data-status={person.status} style={style}>
      <span className="draw-name">{name}</span>
      <span className="draw-number">{t('stage.number', { n: person.n })}</span>
      {person.status === 'claimed' && (
        <span className="draw-tick">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 13l5 5L20 6" />
          </svg>
          <span>{t('claim.claimed')}</span>
        </span>
      )}
      {person.status === 'absent' && <span className="draw-gone">{t('stage.absent')}</span>}
    </li>
  )
}
