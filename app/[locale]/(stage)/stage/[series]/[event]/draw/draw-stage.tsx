import { getTranslations } from 'next-intl/server'
import { renderSVG } from 'uqr'
import { absolute } from '@/app/[locale]/(public)/meta'
import type { SessionView } from '@/lib/draws/queries/view'
import { Backdrop } from './backdrop'
import { Finished, Locked, NextPrize, Ready, Throwing } from './moments'
import { Track } from './track'
import { Winners } from './winners'
import './draw.css'
import './prize.css'
import './moments.css'
import './winners.css'
import './claims.css'

type Props = { view: SessionView; at: string; locale: string; inside: number }

/** The big screen while a draw is on: the prize, how it is drawn, who won, and the code that makes it checkable. */
export async function DrawStage(props: Props) {
  const { view } = props
  const t = await getTranslations('draws')
  const result = view.step.step === 'claim' ? view.step.result : undefined
  const now = nowOf(view)
  return (
    <section
      className="draw"
      data-locked={isUntouched(view) ? '' : undefined}
      data-step={view.step.step}
      data-result={result}
      data-count={view.lock?.count}
      data-number={t.raw('stage.number')}
    >
      <Backdrop seed={`${props.at} ${now ?? ''}`} />
      {view.rehearsal && <p className="draw-rehearsal">{t('rehearsalMark')}</p>}
      <Track draws={view.draws} now={now} />
      <Middle {...props} />
      <Foot {...props} />
    </section>
  )
}

/** The draw that the ring of the line stands for. */
function nowOf(view: SessionView): string | null {
  const { step } = view
  if (step.step === 'claim') return view.draws.find(({ result }) => result === step.result)?.id ?? null
  if (step.step === 'reveal') return view.armed?.draws[step.index] ?? null
  if (step.step === 'throw') return view.armed?.draws[0] ?? null
  return view.draws.find(({ state }) => state === 'left')?.id ?? null
}

/** Locked, and nothing armed yet: there is time to photograph the code. */
const isUntouched = ({ step, draws }: SessionView): boolean =>
  step.step === 'arm' && draws.every(({ state, voids }) => state === 'left' && voids.length === 0)

function Middle({ view, locale, inside }: Props) {
  const { step } = view
  if (step.step === 'claim') {
    const draw = view.draws.find(({ result }) => result === step.result)
    return draw ? <Winners draw={draw} wait={view.wait} locale={locale} /> : null
  }
  if (step.step === 'throw') return <Throwing view={view} locale={locale} />
  if (step.step === 'reveal') return <Ready view={view} locale={locale} />
  if (step.step !== 'arm') return <Finished view={view} locale={locale} />
  return isUntouched(view) ? (
    <Locked view={view} locale={locale} inside={inside} />
  ) : (
    <NextPrize view={view} locale={locale} />
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
