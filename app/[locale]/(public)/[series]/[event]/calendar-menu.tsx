import { getTranslations } from 'next-intl/server'
import { googleCalendarUrl, outlookCalendarUrl } from '@/lib/events/calendar'
import { entryOf } from '../../calendar'
import { Menu, MenuLink, MenuLinks, OnlyInWeChat } from '../../menu'
import type { Shown } from './shown'

/** Ways into people's calendars; WeChat opens no calendar file, so it says how to get out of it. */
export async function CalendarMenu({ tour, stop, locale }: Shown) {
  const t = await getTranslations('public')
  const entry = entryOf(stop, tour, locale)
  return (
    <Menu label={t('calendar.add')}>
      <OnlyInWeChat className="text-muted">{t('calendar.wechat')}</OnlyInWeChat>
      <MenuLinks>
        <MenuLink href={`/api/calendar/${tour.slug}/${stop.slug}?lang=${locale}`} notInWeChat>
          {t('calendar.file')}
        </MenuLink>
        <MenuLink href={googleCalendarUrl(entry)} away>
          {t('calendar.google')}
        </MenuLink>
        <MenuLink href={outlookCalendarUrl(entry)} away>
          {t('calendar.outlook')}
        </MenuLink>
        <MenuLink href={`/api/calendar/${tour.slug}?lang=${locale}`} notInWeChat>
          {t('calendar.all')}
        </MenuLink>
      </MenuLinks>
    </Menu>
  )
}
