import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/form/fields'

type Known = {
  name: string
  nameEn: string | null
  tagline: string
  taglineEn: string | null
  organizerName: string
  reach: string
  slug: string
}

/** What a series says of itself: the same fields for a new one and for an edit. */
export async function SeriesFields({ series }: { series?: Known }) {
  const t = await getTranslations('series.form')
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        required
        maxLength={80}
        defaultValue={series?.name}
        placeholder={series ? undefined : t('namePlaceholder')}
        enterKeyHint="next"
      />
      <TextField name="tagline" label={t('tagline')} maxLength={160} defaultValue={series?.tagline} />
      <TextField
        name="organizerName"
        label={t('organizerName')}
        hint={t('organizerHint')}
        required
        maxLength={80}
        defaultValue={series?.organizerName}
      />
      <TextField name="reach" label={t('reach')} hint={t('reachHint')} maxLength={120} defaultValue={series?.reach} />
      <TextField
        name="nameEn"
        label={t('nameEn')}
        hint={t('english')}
        maxLength={120}
        defaultValue={series?.nameEn ?? ''}
      />
      <TextField name="taglineEn" label={t('taglineEn')} maxLength={200} defaultValue={series?.taglineEn ?? ''} />
      <TextField
        name="slug"
        label={t('slug')}
        hint={t(series ? 'slugHint' : 'slugHintNew')}
        maxLength={60}
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={series?.slug ?? ''}
      />
    </>
  )
}
