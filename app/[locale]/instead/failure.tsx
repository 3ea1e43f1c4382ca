import { getTranslations } from 'next-intl/server'
import { Arrival } from '@/components/brand/arrival'
import { ButtonLink } from '@/components/ui/button'
import { currentLocale } from '@/lib/web/locale'

/** Something nobody could act on, in words; the reference finds it in the log. */
export async function Failure({ reference }: { reference: string }) {
  const t = await getTranslations('site.error')
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-5 px-5">
      <Arrival end />
      <h1 className="text-3xl font-bold">{t('title')}</h1>
      <p className="text-muted">{t('lead', { reference: reference || '—' })}</p>
      <div className="flex gap-3">
        {/* The address that failed, asked for once more. */}
        <ButtonLink href="">{t('retry')}</ButtonLink>
        <ButtonLink look="line" href={`/${await currentLocale()}`}>
          {t('home')}
        </ButtonLink>
      </div>
    </main>
  )
}
