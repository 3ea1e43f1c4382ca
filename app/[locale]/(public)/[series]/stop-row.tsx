import { getTranslations } from 'next-intl/server'
import { pigmentStyle } from '@/components/brand/pigments'
import { StationMark } from '@/components/brand/station-mark'
import { classes } from '@/components/ui/classes'
import { type StationState, statusOf } from '@/lib/events/rules'
import { inLanguage, languageOf } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import { dayText } from '@/lib/values/when'
import type { TourStop } from '../load'
import { placeOf } from '../poster'
import type { RegisterWord } from '../register-word'

type Props = {
  stop: TourStop & { state: StationState }
  series: string
  locale: string
  now: Date
  /** What registering is called where the tour is heading; null while nobody can. */
  register: RegisterWord | null
}

/** One stop of the line: its mark, city, day, venue, and where to go from here. */
export async function StopRow({ stop, series, locale, now, register }: Props) {
  const t = await getTranslations('public')
  const page = `/${locale}/${series}/${stop.slug}`
  const postponed = statusOf(stop, now) === 'postponed'
  const off = stop.state === 'cancelled' || postponed
  const recap = stop.state === 'done' && stop.hasRecap
  return (
    <li
      style={isPigment(stop.pigment) ? pigmentStyle(stop.pigment) : undefined}
      className="relative grid grid-cols-[2.25rem_1fr] items-baseline gap-x-3 border-b border-rule py-5 sm:grid-cols-[2.25rem_11rem_1fr_auto] sm:gap-x-6"
    >
      <span className="self-start pt-1">
        <StationMark state={stop.state} number={stop.number} />
      </span>
      <h3 className="text-2xl font-bold">
        <a
          href={page}
          className="no-underline after:absolute after:inset-0 hover:underline decoration-pigment underline-offset-4"
        >
          <span lang={languageOf(locale, stop.city, stop.cityEn)}>{inLanguage(locale, stop.city, stop.cityEn)}</span>
          <span className="sr-only">{t('stop', { number: placeOf(stop) })}</span>
        </a>
        {locale === 'zh' && (
          <span lang="en" className="ml-2 text-sm font-semibold uppercase tracking-wider text-pigment sm:ml-0 sm:block">
            {stop.cityEn}
          </span>
        )}
      </h3>
      <div className="col-start-2 mt-1 min-w-0 sm:col-start-auto sm:mt-0">
        <p className={classes('font-medium', off && 'line-through decoration-muted')}>
          <time dateTime={stop.startsAt}>{dayText(stop, locale, now)}</time>
        </p>
        {(stop.venue || stop.state !== 'done') && (
          <p className="text-[0.9375rem] text-muted">
            {stop.venue ? inLanguage(locale, stop.venue.name, stop.venue.nameEn) : t('tour.venueUnknown')}
          </p>
        )}
        {off && stop.changeReason && (
          <p className="mt-1 text-[0.9375rem]" lang={languageOf(locale, stop.changeReason, null)}>
            {stop.changeReason}
          </p>
        )}
      </div>
      <p className="col-start-2 mt-2 flex items-center gap-3 text-[0.9375rem] sm:col-start-auto sm:mt-0">
        {off && <span className="font-medium text-bad">{t(postponed ? 'tags.postponed' : 'tags.cancelled')}</span>}
        {recap ? (
          <a
            href={`${page}/recap`}
            className="relative z-10 inline-flex min-h-11 items-center underline decoration-pigment decoration-2 underline-offset-4"
          >
            {t('tour.recap')}
          </a>
        ) : (
          !off && (
            <span className="text-muted">
              {stop.state === 'now' && register ? t(`register.${register}`) : t('tour.details')} →
            </span>
          )
        )}
      </p>
    </li>
  )
}
