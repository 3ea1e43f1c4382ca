import { getTranslations } from 'next-intl/server'
import { statusOf } from '@/lib/events/rules'
import { languageOf } from '@/lib/values/language'
import { dayText } from '@/lib/values/when'
import { pageOf, type Shown } from './shown'

/** What has to be known before anything else: called off, moved, or over. */
export async function Notice(shown: Shown) {
  const { stop, locale, now } = shown
  const t = await getTranslations('public')
  const status = statusOf(stop, now)
  if (status === 'cancelled' || status === 'postponed') {
    return (
      <div role="status" className="mb-4 border-l-4 border-bad py-1 pl-4">
        <p className="text-lg font-bold text-bad">{t(`notice.${status}`)}</p>
        {stop.changeReason && <p lang={languageOf(locale, stop.changeReason, null)}>{stop.changeReason}</p>}
        <p className="text-sm text-muted">{t('notice.was', { date: dayText(stop, locale, now) })}</p>
      </div>
    )
  }
  if (status !== 'past' || !stop.hasRecap) return null
  return (
    <p className="mb-4 border-l-4 border-pigment py-1 pl-4">
      {t('notice.past')}{' '}
      <a
        href={`${pageOf(shown)}/recap`}
        className="-my-2 inline-block py-2 font-medium underline decoration-pigment decoration-2 underline-offset-4"
      >
        {t('notice.recap')}
      </a>
    </p>
  )
}
