import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listPublicSessions } from '@/lib/draws/queries/sessions'
import type { SessionView } from '@/lib/draws/queries/view'
import { publishedEvent } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { currentNonce } from '@/lib/web/visit'
import { isLocale, type Locale, words } from '@/lib/words/load'
import { stopOf } from '../../../load'
import './check.css'
import { FormFrame } from '../register/frame'
import { CheckScript } from './check-script'
import { DrawCheck } from './draw-check'
import { DrawOrder } from './draw-order'
import { Rules } from './rules'

type Props = { params: Promise<{ locale: string; series: string; event: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, ...place } = await params
  if (!isLocale(locale)) return {}
  const { stop } = await stopOf({ params: place, locale }, (path) => `${path}/draw`)
  return { title: `${words(locale, 'draws')('public.title')} · ${inLanguage(locale, stop.city, stop.cityEn)}` }
}

/** Before the day the rules; afterwards the results, and everything to compute them again. */
export default publicPage(async ({ params, locale }) => {
  const { tour, stop } = await stopOf({ params, locale }, (path) => `${path}/draw`)
  const event = (await publishedEvent({ id: stop.id })) ?? notFound()
  const sessions = await listPublicSessions(event)
  const t = words(locale, 'draws')
  const verify = words(locale, 'verify')
  const at = `${tour.slug}/${stop.slug}`
  return (
    <FormFrame tour={tour} stop={stop} locale={locale} title={t('public.title')}>
      <p className="mt-6 text-lg">{t('public.lead')}</p>
      {sessions.length === 0 && (
        <p className="mt-6 border-y border-rule py-6">
          {t(new Date(stop.endsAt) <= new Date() ? 'public.noneKept' : 'public.none')}
        </p>
      )}
      {sessions.map((view) => (
        <Session key={view.id} view={view} at={at} locale={locale} />
      ))}
      {sessions.some(({ lock }) => lock) && <CheckScript nonce={await currentNonce()} />}
      <section className="mt-10">
        <h2 className="text-lg font-bold">{verify('cannot')}</h2>
        <ul className="mt-2 list-disc pl-5 text-muted">
          <li>{verify('cannot1')}</li>
          <li>{verify('cannot2')}</li>
          <li>{verify('cannot3')}</li>
        </ul>
      </section>
    </FormFrame>
  )
})

type Shown = { view: SessionView; at: string; locale: Locale }

function Session({ view, at, locale }: Shown) {
  const t = words(locale, 'draws')
  return (
    <article className="mt-8">
      <Rules view={view} locale={locale} />
      {view.lock && (
        <div className="mt-6 border-y-4 border-ink py-4">
          <h3 className="text-sm text-muted">{t('public.lock')}</h3>
          <p className="font-mono text-2xl/snug font-bold break-words">{view.lock.code}</p>
          <p className="mt-2 text-sm text-muted">{t('public.lockLead')}</p>
          <p className="mt-2 font-medium">{t('public.count', { count: view.lock.count })}</p>
        </div>
      )}
      {view.kind === 'prizes' ? <DrawOrder view={view} locale={locale} /> : <Seats view={view} locale={locale} />}
      {view.lock && <DrawCheck view={view} at={at} locale={locale} />}
    </article>
  )
}

type Told = Omit<Shown, 'at'>

/** A ballot's result is nobody's business but of those in it: how many seats, whether they are drawn, and what was voided. */
function Seats({ view, locale }: Told) {
  const t = words(locale, 'draws')
  const ballot = words(locale, 'ballot')
  const [draw] = view.draws
  if (!draw || !view.lock) return null
  return (
    <>
      <h3 className="mt-6 text-lg font-bold">{ballot('results')}</h3>
      {draw.voids.map((reason) => (
        <p key={reason} className="text-sm text-bad">
          {t('public.voided', { reason })}
        </p>
      ))}
      <p className="mt-1">
        {ballot('seats', { seats: draw.units })} · {draw.result ? ballot('drawn') : t('public.pending')}
      </p>
    </>
  )
}
