import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignOut } from '@/app/[locale]/sign-out'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { findInvitation, listMyInvitations } from '@/lib/people/queries'
import { invitationState } from '@/lib/people/rules'
import { maskContact } from '@/lib/values/address'
import { inLanguage } from '@/lib/values/language'
import { isUuid } from '@/lib/values/uuid'
import { currentViewer } from '@/lib/web/session'
import type { Locale } from '@/lib/words/load'
import { accept } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.accept'))('title') }
}

export default publicPage(async ({ params, locale }) => {
  const t = await getTranslations('people')
  const invitation = await invitationAt(params.secret ?? '')
  const open = invitation && invitationState(invitation, new Date()) === 'open'
  if (!open) return <Over locale={locale} />
  return (
    <>
      <h1 className="text-3xl font-bold">{t('accept.title')}</h1>
      <p className="text-lg">
        {t('accept.lead', {
          inviter: invitation.invitedBy.name,
          place: await placeOf(invitation, locale),
          role: t(`roles.${invitation.role}.name`),
        })}
      </p>
      <p className="border-y border-rule py-3 text-muted">{t(`roles.${invitation.role}.may`)}</p>
      <Answer invitation={invitation} locale={locale} here={`/${locale}/invitation/${params.secret}`} />
    </>
  )
})

/** The invitation behind a mailed link; or, for whoever comes back from signing in, one of their own by its id. */
async function invitationAt(secretOrId: string) {
  if (!isUuid(secretOrId)) return findInvitation(secretOrId)
  const viewer = await currentViewer()
  return viewer && (await listMyInvitations(viewer, new Date())).find(({ id }) => id === secretOrId)
}

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

async function placeOf({ series, event }: Invitation, locale: Locale): Promise<string> {
  const t = await getTranslations('people.accept')
  const name = inLanguage(locale, series.name, series.nameEn)
  return event ? t('place', { series: name, city: inLanguage(locale, event.city, event.cityEn) }) : name
}

/** The button for whom it is meant; for everybody else, how to become that. */
type AnswerProps = { invitation: Invitation; locale: Locale; here: string }
async function Answer({ invitation, locale, here }: AnswerProps) {
  const t = await getTranslations('people.accept')
  const viewer = await currentViewer()
  const email = maskContact(invitation.email)
  if (viewer?.email === invitation.email) {
    return <ActionForm action={accept} hidden={{ id: invitation.id }} submit={t('submit')} />
  }
  if (viewer) {
    return (
      <>
        <p>{t('otherAddress', { email })}</p>
        <SignOut label={(await getTranslations('account'))('signIn.signOut')} home={here} look="line" />
      </>
    )
  }
  return (
    <>
      <p>{t('forAddress', { email })}</p>
      <ButtonLink href={`/${locale}/signin?invitation=${invitation.id}`}>{t('signIn')}</ButtonLink>
      <p className="text-sm text-muted">{t('signInNote')}</p>
    </>
  )
}

async function Over({ locale }: { locale: Locale }) {
  const t = await getTranslations('people.accept')
  return (
    <>
      <h1 className="text-3xl font-bold">{t('title')}</h1>
      <p>{t('over')}</p>
      <ButtonLink look="line" href={`/${locale}/organize`}>
        {t('dashboard')}
      </ButtonLink>
    </>
  )
}
