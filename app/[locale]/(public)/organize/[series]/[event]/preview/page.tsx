import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { findEvent } from '@/lib/events/queries'
import { seatsStateOf } from '@/lib/events/rules'
import { StopSheet } from '../../../../[series]/[event]/sheet'
import { previewOf } from '../../../../load'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('events.preview')
  return { title: t('title'), robots: { index: false, follow: false } }
}

/** A draft as everybody will see it, with the way back where they will find the way in. */
export default organizerPage({ may: 'event.view' }, async ({ scope, locale }) => {
  const place = `${scope.seriesSlug}/${scope.eventSlug}`
  if ((await findEvent(scope)).publishedAt) redirect(`/${locale}/${place}`)
  const t = await getTranslations('events.preview')
  const now = new Date()
  const { tour, stop, seats } = await previewOf(scope, now)
  const shown = { tour, stop, locale, now, seats, seatsState: seatsStateOf(stop, seats, now) }
  const bar = (
    <div
      data-bar=""
      className="fixed inset-x-0 bottom-0 z-30 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t-4 border-pigment bg-paper px-4 pb-[calc(0.75rem+env(safe-area-inset-bottom))] pt-3 sm:px-10 lg:sticky lg:inset-x-auto lg:mt-auto"
    >
      <p>{t('lead')}</p>
      <ButtonLink href={`/${locale}/organize/${place}`} look="line">
        {t('back')}
      </ButtonLink>
    </div>
  )
  return <StopSheet {...shown} bar={bar} />
})
