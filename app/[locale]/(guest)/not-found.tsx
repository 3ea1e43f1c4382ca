import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { currentLocale } from '@/lib/web/locale'
import { LinkEnd } from './link-end'

/** A link that does not open: unknown, revoked, or opened on another device. It says so kindly, and offers a new one. */
export default async function LinkNotFound() {
  const t = await getTranslations('site.guestNotFound')
  return (
    <LinkEnd title={t('title')} lead={t('lead')}>
      <form method="post" action="/api/links/again" className="mt-4 flex flex-col items-start gap-3">
        <input type="hidden" name="locale" value={await currentLocale()} />
        <p className="text-muted">{t('again')}</p>
        <Button type="submit" look="line">
          {t('send')}
        </Button>
      </form>
    </LinkEnd>
  )
}
