import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Reach } from '@/app/[locale]/reach'
import { pigmentStyle } from '@/components/brand/pigments'
import { Fact, Facts } from '@/components/ui/facts'
import type { CalendarEvent } from '@/lib/events/calendar'
import type { Day } from '@/lib/program/queries/day'
import { inLanguage } from '@/lib/values/language'
import { pigmentOf } from '@/lib/values/pigments'
import { spanParts } from '@/lib/values/when'
import { isInWeChat } from '@/lib/web/visit'
import { type Locale, words } from '@/lib/words/load'
import { zoneName } from '@/lib/words/zone'
import { CalendarLinks } from './calendar-links'
import { MapLinks } from './map-links'

/** Around the page of somebody who works at a stop: whose tour, which stop, whether it is still on. */
export async function DayFrame({ day, locale, children }: { day: Day; locale: Locale; children: ReactNode }) {
  const t = await getTranslations('program.day')
  const off = day.cancelledAt ? t('cancelled') : day.postponedAt ? t('postponed') : null
  return (
    <div style={pigmentStyle(pigmentOf(day.pigment))}>
      <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-sm text-muted">{inLanguage(locale, day.series.name, day.series.nameEn)}</span>
        <span aria-hidden="true" className="flex items-center">
          <span className="h-1.5 w-10 bg-pigment" />
          <span className="-ml-1 size-4 rounded-full border-4 border-ink bg-paper" />
        </span>
        <span className="font-bold">
          {t('stop', { number: day.number, city: inLanguage(locale, day.city, day.cityEn) })}
        </span>
      </p>
      {off && (
        <div role="status" className="mb-6 border-l-4 border-bad py-1 pl-3">
          <p className="font-bold">{off}</p>
          <p>{day.changeReason}</p>
        </div>
      )}
      {children}
      {day.series.reach && (
        <p className="mt-10">
          <span className="mr-3 text-muted">{words(locale, 'site')('reach')}</span>
          <Reach reach={day.series.reach} />
        </p>
      )}
    </div>
  )
}

type FactsProps = {
  day: Day
  locale: Locale
  calendar: { file: string; entries: CalendarEvent[] }
  children?: ReactNode
}

/** When, where, how to get in, what goes into one's calendar; `children` are facts of one's own that come first. */
export async function DayFacts({ day, locale, calendar, children }: FactsProps) {
  const t = await getTranslations('program.day')
  const { venue } = day
  const page = `/${locale}/${day.series.slug}/${day.slug}`
  return (
    <>
      <h2 className="mt-6 mb-2 text-lg font-bold">{t('title')}</h2>
      <Facts>
        {children}
        <Fact label={t('when')}>
          <When day={day} locale={locale} />
          {isAhead(day) && calendar.entries.length > 0 && (
            <CalendarLinks
              {...calendar}
              timeZone={day.timeZone}
              inWeChat={await isInWeChat()}
              instead={t('wechatCalendar')}
              locale={locale}
            />
          )}
        </Fact>
        <Fact label={t('where')}>
          {venue ? (
            <>
              {inLanguage(locale, venue.name, venue.nameEn)}
              <span className="block font-normal">{inLanguage(locale, venue.address, venue.addressEn)}</span>
              {!isPast(day) && (
                <MapLinks place={{ ...venue, city: day.city }} timeZone={day.timeZone} locale={locale} />
              )}
            </>
          ) : (
            <span className="font-normal text-muted">{t('noVenue')}</span>
          )}
        </Fact>
        {venue?.directions && (
          <Fact label={t('way')}>
            <span className="font-normal whitespace-pre-line">{venue.directions}</span>
          </Fact>
        )}
        {day.publishedAt && (
          <Fact label={t('page')}>
            <a href={page} className="inline-flex min-h-11 items-center underline decoration-rule underline-offset-4">
              {t('open')}
            </a>
          </Fact>
        )}
      </Facts>
    </>
  )
}

const isOn = ({ cancelledAt, postponedAt }: Day) => !cancelledAt && !postponedAt
const isAhead = (day: Day) => isOn(day) && day.endsAt > new Date()
/** Has the stop been held? Then nobody is asked whether they come. */
export const isPast = (day: Day): boolean => isOn(day) && day.endsAt <= new Date()

function When({ day, locale }: { day: Day; locale: Locale }) {
  const { timeZone } = day
  return (
    <>
      <time dateTime={day.startsAt.toISOString()}>
        {spanParts(day, locale, new Date()).map((part) => (
          <span key={part} className="tabular mr-[0.25em] inline-block">
            {part}
          </span>
        ))}
      </time>
      {timeZone !== 'Asia/Shanghai' && (
        <span className="block text-sm font-normal text-muted">{zoneName(timeZone, locale)}</span>
      )}
    </>
  )
}
