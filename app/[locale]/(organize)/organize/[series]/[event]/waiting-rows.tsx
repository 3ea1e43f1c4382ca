import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/heading'
import { ChevronRight } from '@/components/ui/icons'
import type { EventStatus } from '@/lib/events/rules'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { type Waiting, waitingFor } from '@/lib/tour/rules'
import type { Locale } from '@/lib/words/load'

type Props = { scope: EventScope<'event.view'>; waiting: Waiting; status: EventStatus; locale: Locale }

/** What waits for somebody, most pressing first; a way there for those who may do something about it. */
export async function WaitingRows({ scope, waiting, status, locale }: Props) {
  const t = await getTranslations('tour.waiting')
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}`
  const things = waitingFor(waiting, status)
  const acts = things.length === 0 || things.some(({ may }) => mayOnEvent(scope.role, may))
  return (
    <Section title={t(acts ? 'title' : 'titleOthers')}>
      {things.length === 0 && <p className="border-y border-rule py-6 text-muted">{t('nothing')}</p>}
      {things.length > 0 && (
        <ul className="border-t border-rule">
          {things.map(({ key, count, place, may }) => {
            const words = t(key, { count })
            return (
              <li key={key} className="border-b border-rule">
                {mayOnEvent(scope.role, may) ? (
                  <a
                    href={`${base}/${place}`}
                    className="group flex min-h-13 items-center justify-between gap-3 py-2 no-underline"
                  >
                    <span className="underline decoration-rule underline-offset-4 group-hover:decoration-ink">
                      {words}
                    </span>
                    <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted" />
                  </a>
                ) : (
                  <p className="flex min-h-13 items-center py-2">{words}</p>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
