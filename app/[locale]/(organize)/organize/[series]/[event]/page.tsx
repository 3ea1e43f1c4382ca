import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeading } from '@/components/ui/heading'
import { findEvent, listBeforePublish, type OrganizedEvent } from '@/lib/events/queries'
import { statusOf } from '@/lib/events/rules'
import { countWaiting } from '@/lib/tour/queries'
import { inLanguage } from '@/lib/values/language'
import { EventFrame } from '../../../frame'
import { BeforePublish } from './before-publish'
import { EventFacts } from './event-facts'
import { UndoStart } from './undo-start'
import { WaitingRows } from './waiting-rows'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('site.event'))('home') }
}

export default organizerPage({ may: 'event.view' }, async ({ scope, locale }) => {
  const t = await getTranslations('events')
  const now = new Date()
  const [event, waiting] = await Promise.all([findEvent(scope), countWaiting(scope)])
  const status = statusOf(event, now)
  const city = inLanguage(locale, event.city, event.cityEn)
  return (
    <EventFrame scope={scope} part="home">
      <PageHeading title={t('home.title', { city })} lead={titleOf(event, locale)} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-10">
          {status === 'draft' && (
            <BeforePublish scope={scope} list={await listBeforePublish(scope, now)} locale={locale} />
          )}
          <WaitingRows scope={scope} waiting={waiting} status={status} locale={locale} />
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <EventFacts scope={scope} event={event} waitlisted={waiting.waitlisted} locale={locale} />
          <UndoStart scope={scope} event={event} locale={locale} />
        </div>
      </div>
    </EventFrame>
  )
})

const titleOf = (event: OrganizedEvent, locale: string) => inLanguage(locale, event.title, event.titleEn) || undefined
