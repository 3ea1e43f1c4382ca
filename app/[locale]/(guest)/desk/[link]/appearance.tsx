import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextArea, TextField } from '@/components/form/fields'
import { PictureField } from '@/components/form/picture-field'
import type { Desk } from '@/lib/sponsors/queries/desk'
import { editAppearance } from './actions'

/** Name, link and text as everybody sees them, in both languages. */
export async function Appearance({ sponsor, link }: { sponsor: Desk['sponsor']; link: string }) {
  const t = await getTranslations('sponsors')
  const media = await getTranslations('media')
  return (
    <>
      <p className="mb-4 text-muted">{t('desk.appearLead')}</p>
      <ActionForm action={editAppearance} hidden={{ link, version: sponsor.version }} submit={t('form.save')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="name" label={t('fields.name')} required maxLength={80} defaultValue={sponsor.name} />
          <TextField
            name="nameEn"
            label={t('fields.nameEn')}
            lang="en"
            maxLength={120}
            defaultValue={sponsor.nameEn ?? ''}
          />
        </div>
        <PictureField
          name="logo"
          label={t('fields.logo')}
          hint={media('hint')}
          current={sponsor.logo}
          alt={t('fields.logoOf', { name: sponsor.name })}
        />
        <TextField
          name="website"
          type="url"
          inputMode="url"
          autoComplete="url"
          label={t('fields.link')}
          placeholder="https://"
          maxLength={500}
          defaultValue={sponsor.link}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextArea name="blurb" label={t('fields.blurb')} rows={3} defaultValue={sponsor.blurb} />
          <TextArea
            name="blurbEn"
            label={t('fields.blurbEn')}
            rows={3}
            lang="en"
            defaultValue={sponsor.blurbEn ?? ''}
          />
        </div>
      </ActionForm>
    </>
  )
}
