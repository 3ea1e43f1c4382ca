import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import type { OrganizedEvent } from '@/lib/events/queries'
import { mayOnSeries } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { canUndoStart, undoHours } from '@/lib/tour/rules'
import { inLanguage } from '@/lib/values/language'
import { clockText, dayText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { takeStartBack } from './actions'

type Props = { scope: EventScope<'event.view'>; event: OrganizedEvent; locale: Locale }

/** For a day, while it is a draft: the way back from "start from the last stop". */
export async function UndoStart({ scope, event, locale }: Props) {
  const now = new Date()
  if (!event.startedFrom || !canUndoStart(event, now) || !mayOnSeries(scope.role, 'events.create')) return null
  const t = await getTranslations('tour.undo')
  const until = new Date(event.createdAt.getTime() + undoHours * 3_600_000)
  const { timeZone, startedFrom } = event
  const time = `${dayText({ startsAt: until, timeZone }, locale, now)} ${clockText(until, timeZone, locale)}`
  return (
    <section className="border-l-4 border-pigment pl-4">
      <h2 className="font-bold">{t('title', { city: inLanguage(locale, startedFrom.city, startedFrom.cityEn) })}</h2>
      <p className="mb-3 mt-1 text-sm text-muted">{t('lead', { time })}</p>
      <ActionForm
        action={takeStartBack}
        hidden={{ series: scope.seriesId, id: scope.eventId }}
        submit={t('submit')}
        look="line"
      />
    </section>
  )
}
