import { seriesPage, type Visit } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeading, Section } from '@/components/ui/heading'
import { listStartable } from '@/lib/tour/queries'
import { nextStopSchema } from '@/lib/tour/schema'
import { isTimeZone } from '@/lib/values/time'
import { SeriesFrame } from '../series-frame'
import { BlankForm } from './blank-form'
import { FromForm } from './from-form'
import { Preview } from './preview'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tour.start'))('title') }
}

export default seriesPage({ may: 'events.create' }, async ({ scope, locale, search }) => {
  const t = await getTranslations('tour.start')
  const stops = await listStartable(scope)
  const last =
    stops.find(({ slug }) => slug === search.from) ?? stops.find(({ publishedAt }) => publishedAt) ?? stops[0]
  const asked = last && askedFor(search, last.timeZone)
  if (last && asked)
    return (
      <SeriesFrame scope={scope} part="new">
        <Preview {...{ scope, locale, last, asked }} />
      </SeriesFrame>
    )
  const blank = <BlankForm scope={scope} locale={locale} last={last} />
  return (
    <SeriesFrame scope={scope} part="new">
      <div className="max-w-xl">
        <PageHeading title={t(last ? 'title' : 'firstTitle')} />
        {!last && blank}
        {last && (
          <>
            <Section title={t('fromTitle')}>
              <p className="mb-5 text-muted">{t('fromLead')}</p>
              <FromForm stops={stops} last={last} locale={locale} search={search} />
            </Section>
            <Disclosure summary={t('blankTitle')} className="mt-10 border-t border-rule pt-3">
              <p className="mb-5 text-muted">{t('blankLead')}</p>
              {blank}
            </Disclosure>
          </>
        )}
      </div>
    </SeriesFrame>
  )
})

/** What the address asks to look at, once all of it is there and makes sense. */
export type Asked = { city: string; cityEn: string; date: string; start: string; timeZone: string }

function askedFor(search: Visit['search'], lastZone: string): Asked | null {
  if (search.edit) return null
  const reading = nextStopSchema.safeParse({ city: search.city, date: search.date, start: search.start })
  if (!reading.success) return null
  const timeZone = search.timeZone && isTimeZone(search.timeZone) ? search.timeZone : lastZone
  return { ...reading.data, cityEn: (search.cityEn ?? '').slice(0, 60), timeZone }
}
