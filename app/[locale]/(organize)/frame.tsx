import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { pigmentStyle } from '@/components/brand/pigments'
import { findEventHeading } from '@/lib/events/queries'
import { type EventPermission, mayOnEvent, mayOnSeries } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { pigmentOf } from '@/lib/values/pigments'
import { currentLocale } from '@/lib/web/locale'
import { type PartGroup, PartsLine, PartsRow } from './parts'

/** In the order an evening comes about; the first is the stop itself and has no heading. */
const groups = [
  ['stop', [['', 'home', 'event.view']]],
  [
    'prepare',
    [
      ['edit', 'edit', 'event.edit'],
      ['program', 'program', 'program.edit'],
      ['speakers', 'speakers', 'program.edit'],
      ['sponsors', 'sponsors', 'sponsors.edit'],
      ['crew', 'crew', 'volunteers.edit'],
    ],
  ],
  [
    'people',
    [
      ['registration', 'registration', 'guests.edit'],
      ['guests', 'guests', 'guests.view'],
      ['messages', 'messages', 'messages.view'],
    ],
  ],
  [
    'day',
    [
      ['checkin', 'checkin', 'checkin.run'],
      ['draws', 'draws', 'stage.run'],
      ['prizes', 'prizes', 'checkin.run'],
    ],
  ],
  [
    'after',
    [
      ['recap', 'recap', 'recap.edit'],
      ['activity', 'activity', 'event.view'],
    ],
  ],
] as const satisfies readonly (readonly [string, readonly (readonly [string, string, EventPermission])[]])[]

type EventPart = (typeof groups)[number][1][number][1]

/** As many as fit beside each other on a phone. */
const A_ROW = 4

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
  const mine: PartGroup[] = groups.map(([name, parts]) => ({
    name,
    words: name === 'stop' ? '' : t(`groups.${name}`),
    links: parts
      .filter(([, , permission]) => mayOnEvent(scope.role, permission))
      .map(([path, key]) => ({ name: key, href: path ? `${base}/${path}` : base, words: t(key) })),
  }))
  const shown = event.publishedAt && `/${locale}/${scope.seriesSlug}/${scope.eventSlug}`
  const links = mine.flatMap((group) => group.links)
  return (
    <div style={pigmentStyle(pigmentOf(event.pigment))}>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 print:hidden">
        <a
          href={
            mayOnSeries(scope.role, 'series.view') ? `/${locale}/organize/${scope.seriesSlug}` : `/${locale}/organize`
          }
          className="min-w-0 max-w-max flex-1 basis-24 truncate py-2.5 text-sm leading-6 text-muted"
        >
          {inLanguage(locale, event.seriesName, event.seriesNameEn)}
        </a>
        <span aria-hidden="true" className="h-1 w-8 shrink-0 bg-pigment" />
        <a
          href={links[0]?.href ?? base}
          className="inline-flex min-h-11 max-w-3/5 shrink-0 items-center gap-2 font-bold no-underline"
        >
          <span aria-hidden="true" className="size-3.5 shrink-0 rounded-full border-[3px] border-ink" />
          <span className="min-w-0 truncate">{t('stop', { number: event.number, city })}</span>
        </a>
        {shown && (
          <a
            href={shown}
            className="ml-auto inline-flex min-h-11 shrink-0 items-center text-sm whitespace-nowrap max-sm:hidden"
          >
            {t('publicPage')}
          </a>
        )}
      </div>
      {links.length > A_ROW ? (
        <div className="xl:grid xl:grid-cols-[9.5rem_minmax(0,1fr)] xl:gap-x-10">
          <PartsLine
            label={t('parts')}
            skip={t('skipParts')}
            groups={mine.filter((group) => group.links.length > 0)}
            here={part}
          >
            {shown && (
              <a href={shown} className="inline-flex min-h-11 items-center text-sm sm:hidden">
                {t('publicPage')}
              </a>
            )}
          </PartsLine>
          <div id="part" className="min-w-0">
            {children}
          </div>
        </div>
      ) : (
        <>
          <PartsRow label={t('parts')} links={links} here={part} />
          {children}
        </>
      )}
    </div>
  )
}
