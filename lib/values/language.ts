import type { Locale } from '@/lib/words/load'

/** The text in the page's language: the English one on English pages where there is one, else the first. */
export const inLanguage = (locale: Locale | string, text: string, english: string | null | undefined): string =>
  locale === 'en' && english ? english : text

/** The language that `inLanguage` answered in, for `lang` on the element; undefined when it is the page's own. */
export function languageOf(locale: Locale | string, text: string, english: string | null | undefined) {
  const shown = inLanguage(locale, text, english)
  const han = /\p{Script=Han}/u.test(shown)
  if (locale === 'en' && han) return 'zh-CN'
  return locale === 'zh' && !han && /[a-z]{3}/i.test(shown) ? 'en' : undefined
}
