import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PlainField } from '@/app/[locale]/(public)/[series]/[event]/register/plain-field'
import { Problems, problemsOf } from '@/app/[locale]/(public)/[series]/[event]/register/problems'
import { Button } from '@/components/ui/button'
import { isUuid } from '@/lib/values/uuid'
import { oauthNames } from '@/lib/web/providers'
import { currentViewer } from '@/lib/web/session'
import { type Typed, typedBefore, typedText } from '@/lib/web/typed'
import { type Locale, words } from '@/lib/words/load'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.signIn'))('title') }
}

export default publicPage(async ({ locale, search }) => {
  const typed = await typedBefore(search.again)
  const asked = search.invitation ?? typedText(typed, 'invitation')
  const invitation = isUuid(asked) ? asked : ''
  const home = `/${locale}/${invitation ? `invitation/${invitation}` : 'organize'}`
  const failed = failureOf(search.error)
  // Whoever wanted to connect an account comes back here too, and is told where they began.
  if (await currentViewer()) redirect(failed === 'failedElsewhere' ? `/${locale}/organize?error=elsewhere` : home)
  const t = await getTranslations('account.signIn')
  return (
    <>
      <h1 className="text-3xl font-bold">{t('title')}</h1>
      <p className="text-muted">{t('lead')}</p>
      {failed && (
        <p role="alert" className="border-l-4 border-bad pl-3">
          {t(failed)}
        </p>
      )}
      <SignInForm typed={typed} invitation={invitation} locale={locale} />
      {oauthNames().map(({ id, name }) => (
        <form key={id} method="post" action={`/api/auth/signin/${id}`} className="flex flex-col">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="invitation" value={invitation} />
          <Button type="submit" look="line">
            {t('with', { name: id === 'wechat' ? t('wechat') : name })}
          </Button>
        </form>
      ))}
      <p className="border-t border-rule pt-5 text-sm text-muted">{t('onlyOrganizers')}</p>
    </>
  )
})

const failureOf = (error?: string) => {
  if (!error) return null
  return /^(Verification|EmailSignin)$/.test(error) ? 'failed' : 'failedElsewhere'
}

type Props = { typed: Typed | null; invitation: string; locale: Locale }

/** Asks for a mailed link; a plain form, so it needs no JavaScript. */
function SignInForm({ typed, invitation, locale }: Props) {
  const t = words(locale, 'account')
  return (
    <form method="post" action="/api/auth/signin/email" noValidate className="flex flex-col gap-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="invitation" value={invitation} />
      <Problems typed={typed} locale={locale} labels={{ email: t('signIn.email') }} />
      <PlainField
        name="email"
        type="email"
        label={t('signIn.email')}
        problem={problemsOf(typed, locale).email}
        defaultValue={typedText(typed, 'email')}
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="send"
        maxLength={254}
      />
      <Button type="submit">{t('signIn.submit')}</Button>
    </form>
  )
}
