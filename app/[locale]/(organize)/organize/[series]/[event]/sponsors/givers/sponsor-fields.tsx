import { getTranslations } from 'next-intl/server'
import { Choice, TextArea, TextField } from '@/components/form/fields'
import { PictureField } from '@/components/form/picture-field'
import { type SponsorKind, sponsorKinds } from '@/lib/sponsors/schema/gifts'
import type { PictureRef } from '@/lib/values/picture'

type Sponsor = {
  kind: SponsorKind
  name: string
  nameEn: string | null
  link: string
  blurb: string
  blurbEn: string | null
  logo: PictureRef | null
}

/** Who they are and how they appear, in both languages. */
export async function SponsorFields({ sponsor }: { sponsor?: Sponsor }) {
  const t = await getTranslations('sponsors.fields')
  const media = await getTranslations('media')
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField name="name" label={t('name')} required maxLength={80} defaultValue={sponsor?.name} />
      <TextField name="nameEn" label={t('nameEn')} maxLength={120} lang="en" defaultValue={sponsor?.nameEn ?? ''} />
      <Choice
        name="kind"
        label={t('giverKind')}
        required
        defaultValue={sponsor?.kind ?? 'organisation'}
        options={sponsorKinds.map((kind) => [kind, t(kind)] as const)}
      />
      <TextField
        name="link"
        type="url"
        inputMode="url"
        label={t('link')}
        placeholder="https://"
        autoComplete="url"
        maxLength={500}
        defaultValue={sponsor?.link}
      />
      <TextArea name="blurb" label={t('blurb')} hint={t('blurbHint')} rows={2} defaultValue={sponsor?.blurb} />
      <TextArea name="blurbEn" label={t('blurbEn')} rows={2} lang="en" defaultValue={sponsor?.blurbEn ?? ''} />
      {sponsor && (
        <PictureField
          name="logo"
          label={t('logo')}
          hint={media('hint')}
          current={sponsor.logo}
          alt={t('logoOf', { name: sponsor.name })}
        />
      )}
    </div>
  )
}
