import { _createCache, createTranslator } from 'use-intl/core'
import en from './en'
import zh from './zh'

/** The languages of the site: as they stand in paths, and as `lang` says them. */
export const locales = ['zh', 'en'] as const
export type Locale = (typeof locales)[number]
export const languageTag: Record<Locale, string> = { zh: 'zh-CN', en: 'en' }

export const isLocale = (text: unknown): text is Locale => text === 'zh' || text === 'en'

/** Every word of the site in one language, by part. */
export const allWords = (locale: Locale): Words => (locale === 'zh' ? zh : en)

/** Where parsed messages are kept: the library would parse each of them anew for every request. */
export const keptMessages = { _cache: _createCache() }

/** What forms in the browser need of the words; the rest stays on the server. */
export function formWords(locale: Locale) {
  const { fields: _fields, refusals: _refusals, ...form } = allWords(locale).form
  return { form }
}

/** The Chinese words give the shape; a test holds English to the same keys. */
export type Words = typeof zh

/** The words of one part, outside of React: mails, calendars, pictures, the recap. */
export function words<Part extends keyof Words>(locale: Locale | string, part: Part) {
  const known: Locale = isLocale(locale) ? locale : 'zh'
  return createTranslator({ locale: known, messages: allWords(known), namespace: part, ...keptMessages })
}
