import type { Metadata } from 'next'
import { stopOf } from '@/app/[locale]/(public)/load'
import { nameOfStop } from '@/app/[locale]/(public)/structured'
import { pigmentStyle } from '@/components/brand/pigments'
import { findOnStage } from '@/lib/draws/queries/sessions'
import { asLine } from '@/lib/events/rules'
import { publishedEvent } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import { publicPage } from '@/lib/web/page'
import { currentNonce } from '@/lib/web/visit'
import { isLocale, words } from '@/lib/words/load'
import { Board } from './board'
import { DrawScript } from './draw-script'
import { DrawStage } from './draw-stage'
import { Givers } from './givers'
import { boardOf, invitationOf } from './moment'
import { StageCode } from './stage-code'
import { StageLine } from './stage-line'
import { StageScript } from './stage-script'
import './stage.css'

type Props = { params: Promise<{ locale: string; series: string; event: string }> }

const atStage = (path: string) => `/stage${path}`

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, ...place } = await params
  if (!isLocale(locale)) return {}
  const { stop } = await stopOf({ params: place, locale }, atStage)
  const city = inLanguage(locale, stop.city, stop.cityEn)
  return { title: words(locale, 'stage')('title', { city }), robots: { index: false, follow: false } }
}

/** The big screen while nothing else is shown: where we are, what is on, what comes, who gave, where to register. */
export default publicPage(async ({ params, search, locale }) => {
  const { tour, stop } = await stopOf({ params, locale }, atStage)
  const now = new Date()
  const t = words(locale, 'stage')
  const rehearsal = search.rehearsal === '1'
  const event = await publishedEvent({ id: stop.id })
  const draw = event && (await findOnStage(event, rehearsal))
  const at = `${tour.slug}/${stop.slug}`
  const nonce = await currentNonce()
  return (
    <>
      <main id="stage" className="night stage" style={isPigment(stop.pigment) ? pigmentStyle(stop.pigment) : undefined}>
        <p className="stage-name">{nameOfStop(stop, tour, locale)}</p>
        {draw?.lock ? (
          <DrawStage view={draw} at={at} locale={locale} />
        ) : (
          <>
            <StageLine stops={asLine(tour.stops, now)} hereId={stop.id} locale={locale} />
            <div className="stage-middle">
              <Board board={boardOf(stop, now)} stop={stop} locale={locale} now={now} />
              <StageCode invitation={invitationOf(tour, stop, now)} tour={tour} locale={locale} />
            </div>
            <Givers sponsors={stop.support} label={t('given')} locale={locale} />
          </>
        )}
        <p className="stage-offline" role="status">
          {t('offline')}
        </p>
      </main>
      <StageScript nonce={nonce} />
      <DrawScript nonce={nonce} at={`/api/draws/stage/${at}?rehearsal=${rehearsal ? 1 : 0}`} />
    </>
  )
})
