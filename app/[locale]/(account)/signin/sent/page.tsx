import { getTranslations } from 'next-intl/server'
import { config } from '@/lib/config'
import { publicPage } from '@/lib/web/page'

export default publicPage(async () => {
  const t = await getTranslations('account.sent')
  return (
    <>
      <h1 className="text-3xl font-bold">{t('title')}</h1>
      <p>{t('lead')}</p>
      {!config().SMTP_URL && <p className="text-sm text-muted">{t('outbox')}</p>}
    </>
  )
})
