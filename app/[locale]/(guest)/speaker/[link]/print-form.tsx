import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextArea, TextField } from '@/components/form/fields'
import { PictureField } from '@/components/form/picture-field'
import { Disclosure } from '@/components/ui/disclosure'
import { Photo } from '@/components/ui/photo'
import type { findSpeakerPage } from '@/lib/program/queries/speakers'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'
import { savePrint } from './actions'

type Speaker = NonNullable<Awaited<ReturnType<typeof findSpeakerPage>>>['speaker']

/** How a speaker is printed, as it will look, and the form that changes it. */
export async function PrintForm({ speaker, link, locale }: { speaker: Speaker; link: string; locale: Locale }) {
  const t = await getTranslations('program')
  const media = await getTranslations('media')
  const line = [
    inLanguage(locale, speaker.organisation, speaker.organisationEn),
    inLanguage(locale, speaker.position, speaker.positionEn),
  ].filter((part) => part !== '')
  return (
    <section aria-labelledby="print" className="mt-10">
      <h2 id="print" className="text-lg font-bold">
        {t('own.print')}
      </h2>
      <p className="text-muted">{t('own.printLead')}</p>
      <div className="my-4 border-l-4 border-pigment py-1 pl-4">
        {speaker.photo && (
          <Photo picture={speaker.photo} alt="" sizes="5rem" className="mb-2 size-20 rounded-full object-cover" />
        )}
        <p className="text-xl font-bold break-words">{speaker.name}</p>
        {line.length > 0 && <p className="break-words">{line.join(' · ')}</p>}
        {speaker.bio && (
          <p className="mt-1 text-sm whitespace-pre-line text-muted">
            {inLanguage(locale, speaker.bio, speaker.bioEn)}
          </p>
        )}
      </div>
      <Disclosure summary={t('speakers.edit')} look="line">
        <ActionForm action={savePrint} hidden={{ link, version: speaker.version }} submit={t('own.save')}>
          <TextField
            name="name"
            label={t('person.name')}
            defaultValue={speaker.name}
            maxLength={40}
            autoComplete="name"
            required
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              name="organisation"
              label={t('person.organisation')}
              hint={t('own.organisationHint')}
              defaultValue={speaker.organisation}
              maxLength={80}
              autoComplete="organization"
            />
            <TextField
              name="position"
              label={t('person.position')}
              defaultValue={speaker.position}
              maxLength={120}
              autoComplete="organization-title"
            />
            <TextField
              name="organisationEn"
              label={t('speakers.organisationEn')}
              hint={t('talk.sameWhenEmpty')}
              defaultValue={speaker.organisationEn ?? ''}
              maxLength={80}
            />
            <TextField
              name="positionEn"
              label={t('speakers.positionEn')}
              defaultValue={speaker.positionEn ?? ''}
              maxLength={120}
            />
          </div>
          <TextArea name="bio" label={t('speakers.bio')} defaultValue={speaker.bio} rows={4} />
          <TextArea name="bioEn" label={t('speakers.bioEn')} defaultValue={speaker.bioEn ?? ''} rows={4} />
          <TextField
            name="website"
            label={t('speakers.link')}
            defaultValue={speaker.link}
            type="url"
            inputMode="url"
            autoComplete="url"
            placeholder="https://"
          />
          <PictureField
            name="photo"
            label={t('speakers.photo')}
            hint={media('hint')}
            current={speaker.photo}
            alt={speaker.name}
          />
        </ActionForm>
      </Disclosure>
    </section>
  )
}
