import { getTranslations } from 'next-intl/server'
import { Reach } from '@/app/[locale]/reach'
import { Fact, Facts } from '@/components/ui/facts'
import { statusOf } from '@/lib/events/rules'
import { inLanguage, languageOf } from '@/lib/values/language'
import { mapLinks } from '@/lib/values/map-links'
import { dayText, instantText } from '@/lib/values/when'
import { words } from '@/lib/words/load'
import { zoneName } from '@/lib/words/zone'
import { Menu, MenuCopy, MenuLink, MenuLinks } from '../../menu'
import { When } from '../../when'
import { CalendarMenu } from './calendar-menu'
import { pageOf, type Shown } from './shown'

/** When, where, and whether there is a seat: what decides. */
export async function StopFacts(shown: Shown) {
  const { tour, stop, locale, now, seatsState } = shown
  const t = await getTranslations('public')
  const status = statusOf(stop, now)
  const ahead = seatsState !== 'past' && seatsState !== 'paused'
  return (
    <Facts>
      <Fact label={t('facts.time')}>
        {status === 'postponed' ? (
          t('facts.timeUnknown')
        ) : (
          <When
            stop={stop}
            locale={locale}
            now={now}
            className={status === 'cancelled' ? 'line-through' : 'font-bold'}
          />
        )}{' '}
        {ahead && <CalendarMenu {...shown} />}
        <p className="text-sm font-normal text-muted" hidden={status === 'postponed'}>
          {zoneName(stop.timeZone, locale)}
          <span
            hidden
            suppressHydrationWarning
            className="after:content-['_·_'_attr(data-told)] [&[hidden]]:hidden"
            data-visitor-time={stop.startsAt}
            data-zone={stop.timeZone}
            data-words={t.raw('facts.yours')}
          />
        </p>
      </Fact>
      <Fact label={t('facts.place')}>
        <Where {...shown} />
      </Fact>
      <Fact label={t('facts.seats')}>
        <Seats {...shown} />
      </Fact>
      {tour.reach && (
        <Fact label={words(locale, 'site')('reach')}>
          <Reach reach={tour.reach} />
        </Fact>
      )}
    </Facts>
  )
}

async function Where({ stop, locale }: Shown) {
  const t = await getTranslations('public')
  if (!stop.venue) return <span className="font-normal text-muted">{t('facts.venueUnknown')}</span>
  const { venue } = stop
  const name = inLanguage(locale, venue.name, venue.nameEn)
  const address = inLanguage(locale, venue.address, venue.addressEn)
  const { latitude, longitude } = venue
  const place = { name: venue.name, address: venue.address, city: stop.city, latitude, longitude }
  return (
    <>
      <span className="font-bold" lang={languageOf(locale, venue.name, venue.nameEn)}>
        {name}
      </span>{' '}
      <Menu label={t('map.open')}>
        {address && <p lang={languageOf(locale, venue.address, venue.addressEn)}>{address}</p>}
        {venue.directions && (
          <p className="mt-1 whitespace-pre-line text-muted" lang={languageOf(locale, venue.directions, null)}>
            {venue.directions}
          </p>
        )}
        <MenuLinks>
          {mapLinks(place, stop.timeZone, locale).map(({ name: map, href }) => (
            <MenuLink key={map} href={href} away>
              {t(`map.${map}`)}
            </MenuLink>
          ))}
          <MenuCopy text={[venue.name, venue.address].filter(Boolean).join(' ')} copied={t('map.copied')}>
            {t('map.copy')}
          </MenuCopy>
        </MenuLinks>
      </Menu>
      {address && address !== name && (
        <p className="text-sm font-normal text-muted" lang={languageOf(locale, venue.address, venue.addressEn)}>
          {address}
        </p>
      )}
    </>
  )
}

async function Seats(shown: Shown) {
  const { stop, locale, now, seats, seatsState } = shown
  const t = await getTranslations('public')
  const said = {
    open: () => t('seats.open', { capacity: seats.capacity }),
    few: () => t('seats.few', { capacity: seats.capacity }),
    full: () => t('seats.full', { capacity: seats.capacity }),
    ballot: () => t('seats.ballot', { capacity: seats.capacity }),
    drawing: () => t('seats.drawing'),
    invitation: () => t('seats.invitation'),
    closed: () => t('seats.closed'),
    past: () => (seats.confirmedCount > 0 ? t('seats.pastWith', { count: seats.confirmedCount }) : t('seats.past')),
    paused: () => t('seats.paused'),
  }
  const open = ['open', 'few', 'full', 'ballot', 'invitation'].includes(seatsState)
  const notes = [
    open && stop.approvalRequired ? t('seats.approval') : '',
    seatsState === 'ballot' && stop.ballotEndsAt
      ? t('seats.entriesUntil', { until: instantText(new Date(stop.ballotEndsAt), stop.timeZone, locale) })
      : '',
    open && stop.registrationEndsAt
      ? t('seats.until', { date: dayText({ startsAt: stop.registrationEndsAt, timeZone: stop.timeZone }, locale, now) })
      : '',
  ].filter(Boolean)
  return (
    <>
      <span className="tabular font-bold">{said[seatsState]()}</span>{' '}
      {(open || seatsState === 'closed' || seatsState === 'drawing') && (
        <a
          href={`${pageOf(shown)}/find`}
          className="-my-2.5 inline-block py-2.5 underline decoration-pigment decoration-2 underline-offset-4 hover:decoration-ink"
        >
          {t('register.find')}
        </a>
      )}
      {notes.length > 0 && <p className="text-sm font-normal text-muted">{notes.join(' · ')}</p>}
    </>
  )
}
