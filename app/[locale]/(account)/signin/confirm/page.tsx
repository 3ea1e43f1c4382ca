import { publicPage } from '@/lib/web/page'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { isUuid } from '@/lib/values/uuid'

/** Where a mailed link leads: a button, because mail scanners open links but do not press. */
export default publicPage(async ({ search, locale }) => {
  const t = await getTranslations('account.confirm')
  const fields = {
    token: search.token ?? '',
    email: search.email ?? '',
    callbackUrl: wayOn(search.callbackUrl, locale),
  }
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

/** Back to the invitation that one came from, else to the dashboard; nowhere that the address might say besides. */
function wayOn(asked: string | undefined, locale: string): string {
  const [, id] = /\/(?:zh|en)\/invitation\/([0-9a-f-]{36})$/.exec(asked ?? '') ?? []
  return isUuid(id) ? `/${locale}/invitation/${id}` : `/${locale}/organize`
}
