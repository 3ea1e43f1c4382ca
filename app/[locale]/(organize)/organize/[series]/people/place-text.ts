import { getTranslations } from 'next-intl/server'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'

/** Where a role holds: the whole series, or one stop by its city. */
export async function placeText(event: { city: string; cityEn: string } | null, locale: Locale): Promise<string> {
  const t = await getTranslations('people')
  return event ? t('oneStop', { city: inLanguage(locale, event.city, event.cityEn) }) : t('wholeSeries')
}
