import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/form/fields'
import { LinkForm } from '@/components/form/link-form'
import { namesLine } from '@/lib/sponsors/rules/ledger'
import { addColleague } from './actions'

type Props = { link: string; names: string[] }

/** Whoever else speaks for the sponsor, and a link of their own for one more. */
export async function Colleagues({ link, names }: Props) {
  const t = await getTranslations('sponsors.desk.colleagues')
  return (
    <>
      <p className="mb-4 text-muted">{t('lead', { names: namesLine(names) })}</p>
      <LinkForm
        action={addColleague}
        hidden={{ link }}
        words={{ submit: t('add'), once: t('once'), field: t('field'), copy: t('copy'), copied: t('copied') }}
      >
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="name" label={t('name')} hint={t('nameHint')} required maxLength={60} autoComplete="off" />
          <TextField name="email" label={t('email')} hint={t('emailHint')} type="email" autoComplete="off" />
        </div>
      </LinkForm>
    </>
  )
}
