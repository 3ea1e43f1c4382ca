import { getTranslations } from 'next-intl/server'
import { googleCalendarUrl, outlookCalendarUrl } from '@/lib/events/calendar'
import { isInWeChat } from '@/lib/web/visit'
import { entryOf } from '../../calendar'
import { Menu, MenuLink, MenuLinks } from '../../menu'
import type { Shown } from './shown'

/** Ways into people's calendars; WeChat opens no calendar file, so it says how to get out of it. */
export async function CalendarMenu({ tour, stop, locale }: Shown) {
  const t = await getTranslations('public')
  const inWeChat = await isInWeChat()
  const entry = entryOf(stop, tour, locale)
  return (
    <Menu label={t('calendar.add')}>
      {inWeChat && <p className="text-muted">{t('calendar.wechat')}</p>}
      <MenuLinks>
        {!inWeChat && (
          <MenuLink href={`/api/calendar/${tour.slug}/${stop.slug}?lang=${locale}`}>{t('calendar.file')}</MenuLink>
        )}
        <MenuLink href={googleCalendarUrl(entry)} away>
          {t('calendar.google')}
        </MenuLink>
        <MenuLink href={outlookCalendarUrl(entry)} away>
          {t('calendar.outlook')}
        </MenuLink>
        {!inWeChat && <MenuLink href={`/api/calendar/${tour.slug}?lang=${locale}`}>{t('calendar.all')}</MenuLink>}
      </MenuLinks>
    </Menu>
  )
}
