import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { SecretLink } from '@/components/form/secret-link'
import type { Action } from '@/lib/web/action'

type Props = {
  of: 'volunteers' | 'program'
  person: { id: string; name: string; links: number }
  event: string
  make: Action
  revoke: Action
}

/** The secret link of somebody on the stage or in the crew: making one, how many are live, taking them back. */
export async function OwnLink({ of, person, event, make, revoke }: Props) {
  const t = await getTranslations(`${of}.link`)
  const { id, name, links } = person
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <SecretLink
        make={make}
        hidden={{ event, id }}
        words={{
          make: t(links > 0 ? 'again' : 'make'),
          label: t('makeOf', { name }),
          once: t('once', { name }),
          field: t('field', { name }),
          copy: t('copy'),
          copied: t('copied'),
        }}
      />
      {links > 0 && (
        <div className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {t('live', { count: links })}
          <ActionButton action={revoke} hidden={{ event, id }} label={t('revokeOf', { name })}>
            {t('revoke')}
          </ActionButton>
        </div>
      )}
    </div>
  )
}
