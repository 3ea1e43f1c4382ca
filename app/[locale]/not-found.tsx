import { getTranslations } from 'next-intl/server'
import { Arrival } from '@/components/brand/arrival'
import { ButtonLink } from '@/components/ui/button'
import { currentLocale } from '@/lib/web/locale'

export default async function NotFound() {
  const t = await getTranslations('site.notFound')
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-5 px-5">
      <Arrival end />
      <h1 className="text-3xl font-bold">{t('title')}</h1>
      <p className="text-muted">{t('lead')}</p>
      <ButtonLink href={`/${await currentLocale()}`}>{t('home')}</ButtonLink>
    </main>
  )
}
