import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Address } from '@/components/ui/address'
import { CopyButton } from '@/components/ui/copy-button'
import { Row, Rows } from '@/components/ui/facts'
import type { listPeople } from '@/lib/people/queries'
import type { SeriesScope } from '@/lib/people/scope'
import { dayText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { reinvite, withdraw } from './actions'
import { placeText } from './place-text'

type Open = Awaited<ReturnType<typeof listPeople>>['invitations']
type Props = { scope: SeriesScope<'people.edit'>; invitations: Open; links: Map<string, string>; locale: Locale }

/** Invitations nobody answered yet; while the mail has not left, its link can be passed on by hand. */
export async function Invitations({ scope, invitations, links, locale }: Props) {
  const t = await getTranslations('people')
  if (invitations.length === 0) return <p className="border-y border-rule py-4 text-muted">{t('noInvitations')}</p>
  const now = new Date()
  const hidden = (id: string) => ({ series: scope.seriesId, id })
  const rows = await Promise.all(
    invitations.map(async (one) => ({ ...one, place: await placeText(one.event, locale), link: links.get(one.id) })),
  )
  return (
    <Rows>
      {rows.map(({ id, email, role, expiresAt, place, link }) => (
        <Row
          key={id}
          actions={
            <>
              {link && (
                <CopyButton text={link} done={t('invite.copied')} look="quiet">
                  {t('invite.copy')}
                </CopyButton>
              )}
              <ActionButton action={withdraw} undo={reinvite} hidden={hidden(id)} label={t('withdrawLabel', { email })}>
                {t('withdraw')}
              </ActionButton>
            </>
          }
        >
          <p className="wrap-anywhere font-medium">
            <Address>{email}</Address>
          </p>
          <p className="text-sm text-muted">
            {t(`roles.${role}.name`)} · {place} ·{' '}
            {t('expires', { date: dayText({ startsAt: expiresAt, timeZone: 'Asia/Shanghai' }, locale, now) })}
          </p>
        </Row>
      ))}
    </Rows>
  )
}
