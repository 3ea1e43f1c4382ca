import { getTranslations } from 'next-intl/server'
import { LanguageLink } from '@/components/layout/language-link'
import { currentPath } from '@/lib/web/visit'

/** The name of the site and the other language. */
export async function SiteHeader({ locale }: { locale: string }) {
  const t = await getTranslations('site')
  return (
    <header className="mx-auto flex min-h-16 w-full max-w-6xl items-center justify-between px-4 sm:px-10">
      <a href={`/${locale}`} className="flex min-h-11 items-center gap-2 font-bold no-underline">
        <span aria-hidden="true" className="size-3.5 shrink-0 rounded-full border-[3px] border-ink" />
        {t('name')}
      </a>
      <OtherLanguage />
    </header>
  )
}

export async function OtherLanguage() {
  const t = await getTranslations('site')
  return <LanguageLink path={await currentPath()} words={t('language')} label={t('languageLabel')} />
}
