import { publicPage } from '@/lib/web/page'
import { getTranslations } from 'next-intl/server'
import { config } from '@/lib/config'

export default publicPage(async () => {
  const t = await getTranslations('account.sent')
  const mails = config().SMTP_URL !== undefined
  return (
    <>
      <h1 className="text-3xl font-bold">{t(mails ? 'title' : 'titleHand')}</h1>
      <p>{t(mails ? 'lead' : 'leadHand')}</p>
      {!mails && <p className="text-sm text-muted">{t('outbox')}</p>}
    </>
  )
})
