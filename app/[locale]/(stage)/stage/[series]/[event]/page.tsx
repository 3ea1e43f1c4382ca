import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { stopOf } from '@/app/[locale]/(public)/load'
import { nameOfStop } from '@/app/[locale]/(public)/structured'
import { pigmentStyle } from '@/components/brand/pigments'
import { topics } from '@/lib/draws/queries/live'
import { findOnStage } from '@/lib/draws/queries/sessions'
import { publishedEvent } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import { markFor } from '@/lib/web/live/rooms'
import { isLocale, words } from '@/lib/words/load'
import { DrawStage } from './draw/draw-stage'
import { IdleStage } from './idle/idle-stage'
import { StageEngine } from './stage-engine'
import './stage.css'
import './stage-line.css'
import './idle/panes.css'

type Props = { params: Promise<{ locale: string; series: string; event: string }> }

const atStage = (path: string) => `/stage${path}`

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, ...place } = await params
  if (!isLocale(locale)) return {}
  const { stop } = await stopOf({ params: place, locale }, atStage)
  const city = inLanguage(locale, stop.city, stop.cityEn)
  return { title: words(locale, 'stage')('title', { city }), robots: { index: false, follow: false } }
}

/** The big screen: the draw while there is one, else where we are, what is on, what comes, who gave. */
export default publicPage(async ({ params, search, locale }) => {
  const { tour, stop } = await stopOf({ params, locale }, atStage)
  const now = new Date()
  const t = words(locale, 'stage')
  const event = await publishedEvent({ id: stop.id })
  // Read before what is shown, so that nothing in between is missed.
  const mark = await markFor(stop.id, topics)
  const shown = event && (await findOnStage(event, search.rehearsal === '1'))
  const at = `${tour.slug}/${stop.slug}`
  return (
    <>
      <main
        id="stage"
        className="night stage"
        data-now={now.getTime()}
        style={isPigment(stop.pigment) ? pigmentStyle(stop.pigment) : undefined}
      >
        <p className="stage-name">{nameOfStop(stop, tour, locale)}</p>
        {shown?.draw?.lock ? (
          <DrawStage view={shown.draw} at={at} locale={locale} inside={shown.inside} />
        ) : (
          <IdleStage tour={tour} stop={stop} locale={locale} now={now} note={shown?.note ?? null} />
        )}
        <p className="stage-offline" role="status">
          {t('offline')}
        </p>
      </main>
      <StageEngine at={`/api/live/stage/${at}`} mark={mark} />
    </>
  )
})
