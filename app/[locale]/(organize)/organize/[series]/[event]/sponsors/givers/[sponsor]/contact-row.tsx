import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { SecretLink } from '@/components/form/secret-link'
import { Disclosure } from '@/components/ui/disclosure'
import type { SponsorContact } from '@/lib/sponsors/queries/gifts'
import { shortDayText } from '@/lib/values/when'
import { editContact, makeDeskLink, removeContact, restoreContact, revokeDeskLinks } from '../actions'
import { ContactFields } from '../contact-fields'

type Props = { contact: SponsorContact; event: string; timeZone: string; history: string[] }

/** Somebody at the sponsor: how to reach them, and their secret link to this stop's desk. */
export async function ContactRow({ contact, event, timeZone, history }: Props) {
  const t = await getTranslations('sponsors.contacts')
  const form = await getTranslations('sponsors.form')
  const { id, name, version } = contact
  const wechat = contact.wechat && t('wechat', { wechat: contact.wechat })
  return (
    <li className="flex flex-wrap items-start gap-x-4 border-b border-rule py-3">
      <div className="min-w-0 flex-1 basis-60 break-words">
        <p className="font-bold">{name}</p>
        <p className="text-sm text-muted">
          {[contact.email, contact.phone, wechat].filter(Boolean).join(' · ') || t('noReach')}
        </p>
        {history.length > 0 && <p className="text-sm">{t('history', { gifts: history.join(' · ') })}</p>}
        <LinkState contact={contact} timeZone={timeZone} />
      </div>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-x-1 has-[details[open]]:basis-full">
        <Disclosure
          summary={t('edit')}
          label={t('editFor', { name })}
          className="open:basis-full open:border-l-4 open:border-rule open:pl-4"
        >
          <ActionForm action={editContact} hidden={{ event, id, version }} submit={form('save')}>
            <ContactFields contact={contact} />
          </ActionForm>
        </Disclosure>
        <ActionButton
          action={removeContact}
          undo={restoreContact}
          hidden={{ event, id }}
          label={t('removeFor', { name })}
        >
          {t('remove')}
        </ActionButton>
      </div>
      <div className="mt-2 flex basis-full flex-wrap items-start gap-x-2">
        <div className="min-w-0 flex-1">
          <SecretLink
            make={makeDeskLink}
            hidden={{ event, id }}
            words={{
              make: contact.links.length > 0 ? t('makeAgain') : t('make'),
              label: t('makeFor', { name }),
              once: t('once', { name }),
              field: t('field', { name }),
              copy: t('copy'),
              copied: t('copied'),
            }}
          />
        </div>
        {contact.links.length > 0 && (
          <ActionButton action={revokeDeskLinks} hidden={{ event, id }} label={t('revokeFor', { name })}>
            {t('revoke')}
          </ActionButton>
        )}
      </div>
    </li>
  )
}

async function LinkState({ contact, timeZone }: Pick<Props, 'contact' | 'timeZone'>) {
  const t = await getTranslations('sponsors.contacts')
  const made = contact.links[0]
  const date = made && shortDayText({ startsAt: made, timeZone }, await getLocale())
  return <p className="text-sm">{date ? t('linkMade', { date }) : t('linkNone')}</p>
}
