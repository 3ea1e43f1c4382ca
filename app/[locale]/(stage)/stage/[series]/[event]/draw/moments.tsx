import { getTranslations } from 'next-intl/server'
import type { SessionView } from '@/lib/draws/queries/view'
import { inLanguage, languageOf } from '@/lib/values/language'
import { Pieces } from './pieces'
import { Prize } from './prize'

type Props = { view: SessionView; locale: string }

/** The list is locked and nothing is drawn yet: the code is the picture, for everybody's phone. */
export async function Locked({ view, inside }: Props & { inside: number }) {
  const t = await getTranslations('draws.stage')
  if (!view.lock) return null
  const groups = view.lock.code.split(' ')
  return (
    <div className="draw-middle">
      <p className="draw-label">{t('locked')}</p>
      <p className="draw-bigcode">
        {groups.map((group, index) => (
          <span key={`${index} ${group}`}>{group}</span>
        ))}
      </p>
      <p className="draw-note">{t('photograph')}</p>
      <p className="draw-count">
        {t('eligible', { count: view.lock.count })}
        {!view.rehearsal && ` · ${t('inside', { count: inside })} · ${t('crew', { count: view.crew })}`}
      </p>
    </div>
  )
}

/** What comes next, and what went wrong with it before, if something did. */
export async function NextPrize({ view, locale }: Props) {
  const t = await getTranslations('draws.stage')
  const next = view.draws.find(({ state }) => state === 'left')
  if (!next) return null
  return (
    <Prize label={t('next')} draws={[next]} locale={locale}>
      {next.voids.map((reason) => (
        <p key={reason} className="draw-void">
          {t('void', { reason })}
        </p>
      ))}
    </Prize>
  )
}

/** The room throws now. */
export async function Throwing({ view, locale }: Props) {
  const t = await getTranslations('draws.stage')
  return (
    <Prize label={t('throwNow')} draws={armedOf(view)} locale={locale}>
      <p className="draw-note">{t('throwLead')}</p>
    </Prize>
  )
}

/** Everything is on the table: what was thrown, or the wait for the beacon's round. */
export async function Ready({ view, locale }: Props) {
  const t = await getTranslations('draws.stage')
  const { armed, step } = view
  if (!armed || step.step !== 'reveal') return null
  const draws = armedOf(view)
  const waits = armed.beaconAt !== null && step.index === 0
  return (
    <Prize
      label={t('ready')}
      crowded
      draws={draws.slice(step.index, draws.length > 1 ? undefined : step.index + 1)}
      locale={locale}
    >
      {armed.thrown && <Pieces text={armed.thrown} />}
      {waits && (
        <p className="draw-wait">
          <span className="draw-clock" data-until={armed.beaconAt} data-over={t('beaconOut')} />
          <span>{t('beaconLead', { round: String(armed.round) })}</span>
        </p>
      )}
    </Prize>
  )
}

/** Everything is drawn: who has what, all on one screen. */
export async function Finished({ view, locale }: Props) {
  const t = await getTranslations('draws')
  return (
    <div className="draw-middle">
      <h1 className="draw-title">{t('stage.done')}</h1>
      <ul
        className="draw-all"
        data-few={view.draws.length < 4 ? '' : undefined}
        data-many={view.draws.length > 8 ? '' : undefined}
      >
        {view.draws.map((draw) => (
          <li key={draw.id}>
            <span lang={languageOf(locale, draw.title, draw.titleEn)}>
              {inLanguage(locale, draw.title, draw.titleEn)}
            </span>
            <span className="draw-numbers">
              {draw.people
                .filter(({ status }) => status !== 'absent')
                .map(({ n }) => n)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const armedOf = (view: SessionView) => view.draws.filter(({ id }) => view.armed?.draws.includes(id))
