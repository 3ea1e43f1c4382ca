import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { currentLocale } from '@/lib/web/locale'

/** Something nobody could act on, in words; the reference finds it in the log. */
export async function Failure({ reference }: { reference: string }) {
  const t = await getTranslations('site.error')
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-5 px-5">
      <h1 className="text-3xl font-bold">{t('title')}</h1>
      <p className="text-muted">{t('lead', { reference: reference || '—' })}</p>
      <ButtonLink href={`/${await currentLocale()}`}>{t('home')}</ButtonLink>
    </main>
  )
}
