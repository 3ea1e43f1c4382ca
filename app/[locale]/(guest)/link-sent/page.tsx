import { publicPage } from '@/lib/web/page'
import { getTranslations } from 'next-intl/server'
import { LinkEnd } from '../link-end'

export default publicPage(async () => {
  const t = await getTranslations('site.guestNotFound')
  return (
    <LinkEnd title={t('sentTitle')} lead={t('sent')}>
      <p className="text-muted">{t('sentHand')}</p>
    </LinkEnd>
  )
})
