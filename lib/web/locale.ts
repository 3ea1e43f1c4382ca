import 'server-only'
import { headers } from 'next/headers'
import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { allWords, keptMessages, type Locale, locales } from '@/lib/words/load'

/** The header in which proxy.ts tells the path's language; next-intl reads the same one. */
const localeHeader = 'x-next-intl-locale'

/** The language of this request, from its path. */
export async function currentLocale(): Promise<Locale> {
  const told = (await headers()).get(localeHeader)
  return hasLocale(locales, told) ? told : 'zh'
}

/** next-intl's per-request configuration. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale: Locale = hasLocale(locales, asked) ? asked : await currentLocale()
  return { locale, messages: allWords(locale), timeZone: 'Asia/Shanghai', ...keptMessages }
})
