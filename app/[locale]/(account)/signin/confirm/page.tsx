import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { publicPage } from '@/lib/web/page'

/** Where a mailed link leads: a button, because mail scanners open links but do not press. */
export default publicPage(async ({ search, locale }) => {
  const t = await getTranslations('account.confirm')
  const fields = { token: search.token ?? '', email: search.email ?? '', callbackUrl: `/${locale}/organize` }
  return (
    <>
      <h1 className="text-3xl font-bold">{t('title')}</h1>
      <p className="text-muted">{t('lead')}</p>
      <form action="/api/auth/callback/email" method="get">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit">{t('submit')}</Button>
      </form>
    </>
  )
})
