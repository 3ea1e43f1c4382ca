import type { Locale, Words } from './load'

declare module 'next-intl' {
  interface AppConfig {
    Messages: Words
    Locale: Locale
  }
}
