import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Arrival } from '@/components/brand/arrival'
import { LanguageLink } from '@/components/layout/language-link'
import { currentLocale } from '@/lib/web/locale'
import { currentPath } from '@/lib/web/visit'
import { formWords } from '@/lib/words/load'

// With no-referrer a form would be posted with `Origin: null`, as if it were foreign; other sites learn nothing either way.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'same-origin' }

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale()
  const t = await getTranslations('site')
  const path = await currentPath()
  return (
    <NextIntlClientProvider locale={locale} messages={formWords(locale) as never}>
      <header className="mx-auto flex min-h-14 max-w-lg items-center justify-between px-5">
        <a href={`/${locale}`} className="flex min-h-11 items-center gap-2 text-sm font-bold no-underline">
          <span aria-hidden="true" className="size-3.5 rounded-full border-[3px] border-ink" />
          {t('name')}
        </a>
        <LanguageLink path={path} words={t('language')} label={t('languageLabel')} />
      </header>
      <main id="content" className="mx-auto flex max-w-lg flex-col gap-5 px-5 pb-24 pt-12">
        <Arrival />
        {children}
      </main>
    </NextIntlClientProvider>
  )
}
