import { getTranslations } from 'next-intl/server'
import { StartAndEnd } from '@/app/[locale]/(organize)/start-and-end'
import { Choice, TextField } from '@/components/form/fields'
import { zoneChoices } from '@/lib/values/zones'

type Props = { when: { date: string; start: string; end: string; timeZone: string }; locale: string }

/** A day, a start and an end, on the clocks of a zone. */
export async function WhenFields({ when, locale }: Props) {
  const t = await getTranslations('events.form')
  return (
    <>
      <TextField name="date" type="date" label={t('date')} required defaultValue={when.date} />
      <StartAndEnd>
        <TextField name="start" type="time" label={t('start')} required defaultValue={when.start} />
        <TextField name="end" type="time" label={t('end')} required defaultValue={when.end} hint={t('endHint')} />
      </StartAndEnd>
      <Choice
        name="timeZone"
        label={t('timeZone')}
        required
        defaultValue={when.timeZone}
        options={zoneChoices(locale, when.timeZone)}
      />
    </>
  )
}
