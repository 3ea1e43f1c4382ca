import { publicPage } from '@/lib/web/page'
import { getTranslations } from 'next-intl/server'
import { config } from '@/lib/config'
import { LinkEnd } from '../link-end'

export default publicPage(async () => {
  const t = await getTranslations('site.guestNotFound')
  const mails = config().SMTP_URL !== undefined
  return (
    <LinkEnd title={t(mails ? 'sentTitle' : 'writtenTitle')} lead={t(mails ? 'sent' : 'written')}>
      <p className="text-muted">{t('sentHand')}</p>
    </LinkEnd>
  )
})
