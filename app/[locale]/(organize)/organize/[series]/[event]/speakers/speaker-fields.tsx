import { getTranslations } from 'next-intl/server'
import { TextArea, TextField } from '@/components/form/fields'
import { PictureField } from '@/components/form/picture-field'
import type { ListedSpeaker } from '@/lib/program/queries/speakers'

type Known = Pick<
  ListedSpeaker,
  | 'name'
  | 'organisation'
  | 'organisationEn'
  | 'position'
  | 'positionEn'
  | 'bio'
  | 'bioEn'
  | 'link'
  | 'photo'
  | 'email'
  | 'phone'
>

/** What is known of a speaker: first what is printed, then what only organisers see. */
export async function SpeakerFields({ known }: { known?: Known }) {
  const t = await getTranslations('program')
  const media = await getTranslations('media')
  return (
    <>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-3 text-sm text-muted">{t('speakers.printed')}</legend>
        <TextField
          name="name"
          label={t('person.name')}
          defaultValue={known?.name}
          maxLength={40}
          autoComplete="off"
          required
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="organisation"
            label={t('person.organisation')}
            defaultValue={known?.organisation}
            maxLength={80}
          />
          <TextField name="position" label={t('person.position')} defaultValue={known?.position} maxLength={120} />
          <TextField
            name="organisationEn"
            label={t('speakers.organisationEn')}
            defaultValue={known?.organisationEn ?? ''}
            maxLength={80}
          />
          <TextField
            name="positionEn"
            label={t('speakers.positionEn')}
            defaultValue={known?.positionEn ?? ''}
            maxLength={120}
          />
          <TextArea name="bio" label={t('speakers.bio')} defaultValue={known?.bio} rows={3} />
          <TextArea name="bioEn" label={t('speakers.bioEn')} defaultValue={known?.bioEn ?? ''} rows={3} />
        </div>
        <TextField
          name="website"
          label={t('speakers.link')}
          defaultValue={known?.link}
          type="url"
          inputMode="url"
          placeholder="https://"
        />
        <PictureField
          name="photo"
          label={t('speakers.photo')}
          hint={media('hint')}
          current={known?.photo ?? null}
          alt={known?.name}
        />
      </fieldset>
      <fieldset className="grid gap-4 border-t border-rule pt-4 sm:grid-cols-2">
        <legend className="sr-only">{t('speakers.private')}</legend>
        <p aria-hidden="true" className="text-sm text-muted sm:col-span-2">
          {t('speakers.private')}
        </p>
        <TextField
          name="email"
          label={t('speakers.email')}
          defaultValue={known?.email ?? ''}
          type="email"
          inputMode="email"
          autoComplete="off"
        />
        <TextField
          name="phone"
          label={t('speakers.phone')}
          defaultValue={known?.phone ?? ''}
          type="tel"
          inputMode="tel"
          autoComplete="off"
        />
      </fieldset>
    </>
  )
}
