import { zoneText } from '@/lib/values/when'
import { words } from './load'

/** The zone's name as people say it: China's is called after its capital. */
export const zoneName = (timeZone: string, locale: string): string =>
  timeZone === 'Asia/Shanghai' ? words(locale, 'public')('facts.beijing') : zoneText(timeZone, locale)
