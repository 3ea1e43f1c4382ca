import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentLocale } from '@/lib/web/locale'
import { currentNonce } from '@/lib/web/visit'
import { PageScript } from './page-script'

/** The frame of what anybody may see. No provider and no client component: these pages are read by a hundred thousand. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('public')
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:left-3 focus:top-3 focus:z-50 focus:bg-card focus:px-3 focus:py-2"
      >
        {t('skip')}
      </a>
      {children}
      <footer className="border-t border-rule max-lg:[body:has([data-bar])_&]:pb-[calc(5rem+env(safe-area-inset-bottom))]">
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1 px-4 py-4 text-sm text-muted sm:px-10">
          <p>{t('footer.given')}</p>
          <a
            href={`/${await currentLocale()}/organize`}
            className="inline-flex min-h-11 items-center no-underline hover:text-ink hover:underline"
          >
            {t('footer.organize')}
          </a>
        </div>
      </footer>
      <PageScript nonce={await currentNonce()} />
    </>
  )
}
