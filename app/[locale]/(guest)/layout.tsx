import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguageLink } from '@/components/layout/language-link'
import { Toaster } from '@/components/ui/toaster'
import { currentLocale } from '@/lib/web/locale'
import { currentPath } from '@/lib/web/visit'
import { formWords } from '@/lib/words/load'

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** Around what a secret link opens: narrow, quiet, nothing that leads away by accident. */
export default async function GuestLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale()
  const t = await getTranslations('site')
  const path = await currentPath()
  return (
    <NextIntlClientProvider locale={locale} messages={formWords(locale) as never}>
      <header className="mx-auto flex min-h-14 max-w-2xl items-center justify-between px-5">
        <a href={`/${locale}`} className="flex min-h-11 items-center gap-2 text-sm font-bold no-underline">
          <span aria-hidden="true" className="size-3.5 rounded-full border-[3px] border-ink" />
          {t('name')}
        </a>
        <LanguageLink path={path} words={t('language')} label={t('languageLabel')} />
      </header>
      <main id="content" className="mx-auto max-w-2xl px-5 pb-24 pt-2">
        {children}
      </main>
      <Toaster />
    </NextIntlClientProvider>
  )
}
