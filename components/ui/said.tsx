import { languageOf } from '@/lib/values/language'

/** Somebody's own words or name on a page that may be in the other language: says so to whoever reads it aloud. */
export function Said({ children, locale }: { children: string; locale: string }) {
  const lang = languageOf(locale, children, null)
  return lang ? <span lang={lang}>{children}</span> : children
}
