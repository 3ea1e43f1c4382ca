import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { pigmentStyle } from '@/components/brand/pigments'
import { classes } from '@/components/ui/classes'
import { findEventHeading } from '@/lib/events/queries'
import { type EventPermission, mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { pigmentOf } from '@/lib/values/pigments'
import { currentLocale } from '@/lib/web/locale'

const parts = [
  ['', 'home', 'event.view'],
  ['edit', 'edit', 'event.edit'],
  ['registration', 'registration', 'guests.edit'],
  ['program', 'program', 'program.edit'],
  ['speakers', 'speakers', 'program.edit'],
  ['sponsors', 'sponsors', 'sponsors.edit'],
  ['guests', 'guests', 'guests.view'],
  ['checkin', 'checkin', 'checkin.run'],
  ['draws', 'draws', 'stage.run'],
  ['prizes', 'prizes', 'checkin.run'],
  ['crew', 'crew', 'volunteers.edit'],
  ['messages', 'messages', 'messages.view'],
  ['recap', 'recap', 'recap.edit'],
  ['activity', 'activity', 'event.view'],
] as const satisfies readonly (readonly [string, string, EventPermission])[]

export type EventPart = (typeof parts)[number][1]

/** What stands around every page of one event: its city on the line, and the way to its parts. */
export async function EventFrame({
  scope,
  part,
  children,
}: {
  scope: EventScope<never>
  part: EventPart
  children: ReactNode
}) {
  const locale = await currentLocale()
  const t = await getTranslations('site.event')
  const event = await findEventHeading(scope)
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}`
  const city = inLanguage(locale, event.city, event.cityEn)
  return (
    <div style={pigmentStyle(pigmentOf(event.pigment))}>
      <div className="mb-6">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a
            href={`/${locale}/organize/${scope.seriesSlug}`}
            className="inline-flex min-h-11 items-center text-sm text-muted"
          >
            {inLanguage(locale, event.seriesName, event.seriesNameEn)}
          </a>
          <span aria-hidden="true" className="h-1 w-8 bg-pigment" />
          <a href={base} className="inline-flex min-h-11 items-center gap-2 font-bold no-underline">
            <span aria-hidden="true" className="size-3.5 rounded-full border-[3px] border-ink" />
            {t('stop', { number: event.number, city })}
          </a>
        </div>
        <nav
          aria-label={t('parts')}
          className="arriving -mx-4 overflow-x-auto border-b border-rule px-4 sm:mx-0 sm:px-0"
        >
          <ul className="flex gap-1">
            {parts
              .filter(([, , permission]) => mayOnEvent(scope.role, permission))
              .map(([path, name]) => (
                <li key={name}>
                  <a
                    href={path ? `${base}/${path}` : base}
                    aria-current={name === part ? 'page' : undefined}
                    className={classes(
                      'inline-flex min-h-11 items-center whitespace-nowrap border-b-[3px] px-2.5 text-sm no-underline',
                      name === part ? 'border-pigment font-bold' : 'border-transparent text-muted hover:text-ink',
                    )}
                  >
                    {t(name)}
                  </a>
                </li>
              ))}
            {event.publishedAt && (
              <li className="sm:ml-auto">
                <a
                  href={`/${locale}/${scope.seriesSlug}/${scope.eventSlug}`}
                  className="inline-flex min-h-11 items-center whitespace-nowrap px-2.5 text-sm"
                >
                  {t('publicPage')}
                </a>
              </li>
            )}
          </ul>
        </nav>
      </div>
      {children}
    </div>
  )
}
