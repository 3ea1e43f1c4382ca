import { getTranslations } from 'next-intl/server'
import { renderSVG } from 'uqr'
import { absolute } from '@/app/[locale]/(public)/meta'
import type { DrawView, Person, SessionView } from '@/lib/draws/queries/view'
import { inLanguage, languageOf } from '@/lib/values/language'
import './draw.css'

type Props = { view: SessionView; at: string; locale: string }

/** The big screen while a draw is on: the prize, how it is drawn, who won, and the code that makes it checkable. */
export async function DrawStage({ view, at, locale }: Props) {
  const t = await getTranslations('draws')
  const result = view.step.step === 'claim' ? view.step.result : undefined
  return (
    <section className="draw" data-result={result} data-count={view.lock?.count} data-number={t.raw('stage.number')}>
      {view.rehearsal && <p className="draw-rehearsal">{t('rehearsalMark')}</p>}
      <div className="draw-track" aria-hidden="true" />
      <Middle view={view} at={at} locale={locale} />
      <Foot view={view} at={at} locale={locale} />
    </section>
  )
}

async function Middle({ view, locale }: Props) {
  const t = await getTranslations('draws.stage')
  const { step } = view
  if (step.step === 'claim') {
    const draw = view.draws.find(({ result }) => result === step.result)
    return draw ? <Winners draw={draw} locale={locale} /> : null
  }
  if (step.step === 'arm') {
    const next = view.draws.find(({ state }) => state === 'left')
    return next ? <Prizes label={t('next')} draws={[next]} locale={locale} /> : null
  }
  const armed = view.draws.filter(({ id }) => view.armed?.draws.includes(id))
  if (step.step === 'throw') {
    return <Prizes label={t('throwNow')} draws={armed} locale={locale} note={t('throwLead')} />
  }
  if (step.step === 'reveal') {
    const waiting = view.armed?.round ? t('beaconLead', { round: view.armed.round }) : undefined
    const note = view.armed?.thrown ? `${t('thrown')}  ${view.armed.thrown}` : waiting
    return <Prizes label={t('ready')} draws={armed} locale={locale} note={note} />
  }
  return <p className="draw-title">{t('done')}</p>
}

type Shown = { label: string; draws: DrawView[]; locale: string; note?: string }

async function Prizes({ label, draws, locale, note }: Shown) {
  const t = await getTranslations('draws.stage')
  return (
    <div className="draw-middle">
      <p className="draw-label">{label}</p>
      {draws.map((draw) => (
        <div key={draw.id}>
          <h1 className="draw-title" lang={languageOf(locale, draw.title, draw.titleEn)}>
            {inLanguage(locale, draw.title, draw.titleEn)}
            {draw.units > 1 && <span className="draw-units"> × {draw.units}</span>}
          </h1>
          <p className="draw-sponsor">{t('thanks', { sponsor: inLanguage(locale, draw.sponsor, draw.sponsorEn) })}</p>
        </div>
      ))}
      {note && <p className="draw-note">{note}</p>}
    </div>
  )
}

async function Winners({ draw, locale }: { draw: DrawView; locale: string }) {
  const t = await getTranslations('draws.stage')
  const many = draw.people.length
  return (
    <div className="draw-middle">
      <p className="draw-label">
        <span lang={languageOf(locale, draw.title, draw.titleEn)}>{inLanguage(locale, draw.title, draw.titleEn)}</span>{' '}
        · {t('thanks', { sponsor: inLanguage(locale, draw.sponsor, draw.sponsorEn) })}
      </p>
      <ol className="draw-winners" data-many={many > 12 ? 'crowd' : many > 4 ? 'several' : 'few'}>
        {draw.people.map((person, index) => (
          <Winner key={person.entry} person={person} index={index} />
        ))}
      </ol>
      <p className="draw-note draw-come">{t('come')}</p>
    </div>
  )
}

async function Winner({ person, index }: { person: Person; index: number }) {
  const t = await getTranslations('draws')
  return (
    <li data-status={person.status} style={{ animationDelay: `${Math.min(index, 20) * 90}ms` }}>
      <span className="draw-name">{person.label ?? t('claim.erased')}</span>
      <span className="draw-number">
        {t('stage.number', { n: person.n })}
        {person.status === 'claimed' && <span className="draw-tick"> ✓ {t('claim.claimed')}</span>}
        {person.status === 'absent' && <span> · {t('stage.absent')}</span>}
      </span>
    </li>
  )
}

async function Foot({ view, at, locale }: Props) {
  const t = await getTranslations('draws.stage')
  const page = absolute(`/${locale}/${at}/draw`)
  const code = renderSVG(page, { ecc: 'M', border: 3, whiteColor: '#ffffff', blackColor: '#000000' })
  return (
    <footer className="draw-foot">
      <div className="draw-lock">
        <p>
          {view.lock && t('eligible', { count: view.lock.count })} · {t('code')}
        </p>
        <p className="draw-code">{view.lock?.code}</p>
      </div>
      {!view.rehearsal && (
        <figure className="draw-qr">
          <figcaption>{t('scan')}</figcaption>
          <img src={`data:image/svg+xml;base64,${Buffer.from(code).toString('base64')}`} alt={page} />
        </figure>
      )}
    </footer>
  )
}
