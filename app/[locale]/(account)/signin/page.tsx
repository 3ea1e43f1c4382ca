import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isUuid } from '@/lib/values/uuid'
import { oauthNames } from '@/lib/web/auth'
import { publicPage } from '@/lib/web/page'
import { currentViewer } from '@/lib/web/session'
import { OauthButton, SignInForm } from './sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.signIn'))('title') }
}

export default publicPage(async ({ locale, search }) => {
  const home = isUuid(search.invitation) ? `/${locale}/invitation/${search.invitation}` : `/${locale}/organize`
  if (await currentViewer()) redirect(home)
  const t = await getTranslations('account.signIn')
  return (
    <>
      <h1 className="text-3xl font-bold">{t('title')}</h1>
      <p className="text-muted">{t('lead')}</p>
      {search.error && (
        <p role="alert" className="border-l-4 border-bad pl-3">
          {t('failed')}
        </p>
      )}
      <SignInForm email={t('email')} submit={t('submit')} home={home} sent={`/${locale}/signin/sent`} />
      {oauthNames().map(({ id, name }) => (
        <OauthButton key={id} id={id} home={home}>
          {t('with', { name })}
        </OauthButton>
      ))}
      <p className="border-t border-rule pt-5 text-sm text-muted">{t('onlyOrganizers')}</p>
    </>
  )
})
