import type { DrawView, SessionView } from '@/lib/draws/queries/view'
import { inLanguage, languageOf } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'
import { hasSeveralSources } from './rules'

/** The prizes in the order of the plan, each with who came forward for it. */
export function DrawOrder({ view, locale }: { view: SessionView; locale: Locale }) {
  const t = words(locale, 'draws')
  const several = hasSeveralSources(view)
  return (
    <>
      <h3 className="mt-6 text-lg font-bold">{t(view.lock ? 'public.results' : 'public.order')}</h3>
      <ol className="mt-2 border-t border-rule">
        {view.draws.map((draw, index) => (
          <li key={draw.id} className="grid grid-cols-[2rem_1fr] gap-x-3 border-b border-rule py-3">
            <span className="text-muted tabular-nums">{index + 1}</span>
            <div className="min-w-0">
              <p className="font-medium" lang={languageOf(locale, draw.title, draw.titleEn)}>
                {inLanguage(locale, draw.title, draw.titleEn)} × {draw.units}
              </p>
              <p className="text-sm text-muted" lang={languageOf(locale, draw.sponsor, draw.sponsorEn)}>
                {inLanguage(locale, draw.sponsor, draw.sponsorEn)}
              </p>
              {several && <p className="text-sm text-muted">{t(`public.of.${draw.preset}`)}</p>}
              <Winners draw={draw} locale={locale} locked={view.lock !== null} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function Winners({ draw, locale, locked }: { draw: DrawView; locale: Locale; locked: boolean }) {
  const t = words(locale, 'draws')
  const winners = draw.people.filter(({ status }) => status !== 'absent')
  return (
    <>
      {draw.voids.map((reason) => (
        <p key={reason} className="text-sm text-bad">
          {t('public.voided', { reason })}
        </p>
      ))}
      {locked && winners.length === 0 && <p className="text-sm text-muted">{t('public.pending')}</p>}
      {winners.length > 0 && (
        <ul className="mt-1 flex flex-wrap gap-x-4">
          {winners.map(({ entry, label, n }) => (
            <li key={entry}>{t('public.winner', { label: label ?? t('claim.erased'), n })}</li>
          ))}
        </ul>
      )}
    </>
  )
}
