import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguageLink } from '@/components/layout/language-link'
import { Toaster } from '@/components/ui/toaster'
import { currentLocale } from '@/lib/web/locale'
import { currentPath } from '@/lib/web/visit'
import { formWords } from '@/lib/words/load'
import { SignOut } from '../sign-out'

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** The dashboard's frame. It draws; who may see what is decided by each page. */
export default async function OrganizeLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale()
  const t = await getTranslations()
  const path = await currentPath()
  return (
    <NextIntlClientProvider locale={locale} messages={formWords(locale) as never}>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:left-3 focus:top-3 focus:z-50 focus:bg-card focus:px-3 focus:py-2"
      >
        {t('site.skip')}
      </a>
      <header className="border-b border-rule">
        <div className="mx-auto flex flex-wrap min-h-14 max-w-6xl [body:has([data-parts])_&]:xl:max-w-[84rem] items-center justify-between gap-x-3 px-4 sm:px-6">
          <a href={`/${locale}/organize`} className="flex min-h-11 items-center gap-2 font-bold no-underline">
            <span aria-hidden="true" className="size-3.5 shrink-0 rounded-full border-[3px] border-ink" />
            {t('site.name')}
          </a>
          <div className="flex items-center gap-1">
            <LanguageLink path={path} words={t('site.language')} label={t('site.languageLabel')} />
            <SignOut label={t('account.signIn.signOut')} home={`/${locale}`} />
          </div>
        </div>
      </header>
      <main id="content" className="mx-auto max-w-6xl px-4 pb-24 pt-6 sm:px-6 xl:has-[[data-parts]]:max-w-[84rem]">
        <noscript>
          <p className="mb-6 border-l-4 border-pigment pl-3 text-sm">{t('site.noScript')}</p>
        </noscript>
        {children}
      </main>
      <Toaster />
    </NextIntlClientProvider>
  )
}
