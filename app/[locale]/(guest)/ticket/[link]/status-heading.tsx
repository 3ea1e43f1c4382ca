import { StopBadge } from '@/components/brand/stop-badge'
import { classes } from '@/components/ui/classes'
import { instantHours, wakingHours } from '@/lib/registration/rules/offers'
import { inLanguage, languageOf } from '@/lib/values/language'
import { clockText, dayText, instantText } from '@/lib/values/when'
import { words } from '@/lib/words/load'
import type { Shown, Standing } from './standing'

const marks = {
  confirmed: 'border-good bg-good',
  in: 'border-good bg-good',
  waitlisted: 'border-ink bg-paper',
  offered: 'border-pigment bg-pigment',
  ballot: 'border-ink border-dashed bg-paper',
  lapsed: 'border-input bg-paper',
  pending: 'border-ink border-dashed bg-paper',
  declined: 'border-bad bg-paper',
  cancelled: 'border-input bg-paper',
  over: 'border-pigment bg-paper',
  missed: 'border-input bg-paper',
}

/** Which stop, and how things stand, in words; the ring on the line says it a second time. */
export function StatusHeading({ ticket, standing, over, locale }: Shown) {
  const { event } = ticket
  const t = words(locale, 'registration')
  return (
    <header>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <StopBadge>{words(locale, 'public')('stop', { number: String(event.number).padStart(2, '0') })}</StopBadge>
        <span lang={languageOf(locale, event.series.name, event.series.nameEn)}>
          {inLanguage(locale, event.series.name, event.series.nameEn)} · {inLanguage(locale, event.city, event.cityEn)}
        </span>
      </p>
      <div className="relative mt-5 pb-1 pl-9">
        <span aria-hidden="true" className="absolute bottom-0 left-[0.5625rem] top-4 w-1 bg-pigment" />
        <span
          aria-hidden="true"
          className={classes('absolute left-0 top-[0.5625rem] size-[1.375rem] rounded-full border-4', marks[standing])}
        />
        <h1 className="text-3xl font-bold sm:text-4xl">
          {t(`ticket.status.${standing}`, { place: ticket.place ?? 0 })}
        </h1>
        <p className="mt-2 max-w-prose text-lg">{leadOf({ ticket, standing, over, locale })}</p>
        {standing === 'waitlisted' && (
          <p className="mt-2 max-w-prose text-muted">{t('ticket.waitNear', { hours: instantHours, ...wakingHours })}</p>
        )}
        {event.cancelledAt && <Notice>{t('ticket.eventCancelled', { reason: event.changeReason })}</Notice>}
        {!event.cancelledAt && event.postponedAt && (
          <Notice>{t('ticket.eventPostponed', { reason: event.changeReason })}</Notice>
        )}
      </div>
    </header>
  )
}

const Notice = ({ children }: { children: string }) => (
  <p role="status" className="mt-3 border-l-4 border-bad pl-3 font-medium">
    {children}
  </p>
)

/** Where a stop that is over leaves nothing to be done, the words that would say it are others. */
const afterwards = { in: 'inOver', cancelled: 'cancelledOver', lapsed: 'lapsedOver' } as const

const wordsFor = (standing: Standing, over: boolean) =>
  over && standing in afterwards ? afterwards[standing as keyof typeof afterwards] : standing

function leadOf({ ticket, standing, over, locale }: Pick<Shown, 'ticket' | 'standing' | 'over' | 'locale'>): string {
  const t = words(locale, 'registration')
  const { event, place, cameInAt } = ticket
  const until = standing === 'ballot' ? event.ballotEndsAt : ticket.offerExpiresAt
  return t(`ticket.lead.${wordsFor(standing, over)}`, {
    ahead: Math.max(0, (place ?? 1) - 1),
    by: dayText(event, locale, new Date()),
    until: until ? instantText(until, event.timeZone, locale) : '',
    at: cameInAt ? clockText(cameInAt, event.timeZone, locale) : '',
  })
}
