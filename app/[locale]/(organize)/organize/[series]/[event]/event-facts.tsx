import { getTranslations } from 'next-intl/server'
import { CopyButton } from '@/components/ui/copy-button'
import { Fact, Facts, State } from '@/components/ui/facts'
import { Section } from '@/components/ui/heading'
import { config } from '@/lib/config'
import type { OrganizedEvent } from '@/lib/events/queries'
import { statusOf } from '@/lib/events/rules'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { clockText, dayText, spanText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { statusTone } from '../../stop-row'
import { StopPictures } from './stop-pictures'

type Props = { scope: EventScope<'event.view'>; event: OrganizedEvent; waitlisted: number; locale: Locale }

/** When, where, how many, and where it stands. */
export async function EventFacts({ scope, event, waitlisted, locale }: Props) {
  const t = await getTranslations('events')
  const now = new Date()
  const status = statusOf(event, now)
  const { venue, registrationEndsAt: closes, timeZone } = event
  const edit = mayOnEvent(scope.role, 'event.edit')
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/edit`
  return (
    <Section
      title={t('home.facts')}
      action={
        edit && (
          <a href={base} className="inline-flex min-h-11 items-center text-sm">
            {t('home.edit')}
          </a>
        )
      }
    >
      <Facts>
        <Fact label={t('home.when')}>
          <time dateTime={event.startsAt.toISOString()}>{spanText(event, locale, now)}</time>
        </Fact>
        <Fact label={t('home.where')}>
          {venue ? (
            inLanguage(locale, venue.name, venue.nameEn)
          ) : (
            <span className="text-muted">{t('home.venueUnknown')}</span>
          )}
        </Fact>
        <Fact label={t('home.seats')}>
          <span className="tabular">
            {t('home.seatsTaken', { confirmed: event.confirmedCount, capacity: event.capacity })}
            {waitlisted > 0 && t('home.waitlisted', { count: waitlisted })}
            {event.approvalRequired && t('home.approval')}
          </span>
          <Seats confirmed={event.confirmedCount} capacity={event.capacity} />
        </Fact>
        {closes && (
          <Fact label={t('home.deadline')}>
            {`${dayText({ startsAt: closes, timeZone }, locale, now)} ${clockText(closes, timeZone, locale)}`}
          </Fact>
        )}
        <Fact label={t('home.status')}>
          <State tone={statusTone[status]}>{t(`status.${status}`)}</State>
          {event.publishedAt && (
            <>
              <PublicPage path={`/${locale}/${scope.seriesSlug}/${scope.eventSlug}`} />
              <StopPictures scope={scope} locale={locale} />
            </>
          )}
          {event.changeReason && <p className="font-normal">{t('home.reason', { reason: event.changeReason })}</p>}
          {edit && status !== 'draft' && (
            <a href={`${base}#steps`} className="flex min-h-11 items-center text-sm font-normal">
              {t('home.changeStatus')}
            </a>
          )}
        </Fact>
      </Facts>
    </Section>
  )
}

/** The page to pass on: people hear of a stop by its link. */
async function PublicPage({ path }: { path: string }) {
  const t = await getTranslations('events.home')
  return (
    <span id="share" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm font-normal">
      <a href={path} className="inline-flex min-h-11 items-center">
        {t('view')}
      </a>
      <CopyButton text={config().SITE_URL + path} done={t('copied')} look="quiet">
        {t('copy')}
      </CopyButton>
    </span>
  )
}

/** How full it is, as a stretch of the line. Says nothing the words beside it do not say. */
function Seats({ confirmed, capacity }: { confirmed: number; capacity: number }) {
  return (
    <span aria-hidden="true" className="mt-2 block h-1.5 bg-rule">
      <span className="block h-full bg-pigment" style={{ width: `${Math.min(100, (confirmed / capacity) * 100)}%` }} />
    </span>
  )
}
