import { getTranslations } from 'next-intl/server'
import { StartAndEnd } from '@/app/[locale]/(organize)/start-and-end'
import { ActionForm } from '@/components/form/action-form'
import { Choice, TextField, Tick } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { whenOf } from '@/lib/events/rules'
import type { SeriesScope } from '@/lib/people/scope'
import type { listStartable } from '@/lib/tour/queries'
import { zoneChoices } from '@/lib/values/zones'
import type { Locale } from '@/lib/words/load'
import { addStop } from './actions'

type Last = Awaited<ReturnType<typeof listStartable>>[number] | undefined
type Props = { scope: SeriesScope<'events.create'>; locale: Locale; last: Last }

/** A stop out of nothing: what it takes on a phone, the rest proposed. */
export async function BlankForm({ scope, locale, last }: Props) {
  const t = await getTranslations('events.form')
  const zone = last?.timeZone ?? 'Asia/Shanghai'
  const { start, end } = last ? whenOf(last) : { start: '14:00', end: '18:00' }
  return (
    <ActionForm action={addStop} hidden={{ series: scope.seriesId }} submit={t('create')}>
      <TextField
        name="city"
        label={t('city')}
        placeholder={t('cityPlaceholder')}
        required
        maxLength={40}
        enterKeyHint="next"
      />
      <TextField name="date" type="date" label={t('date')} required />
      <StartAndEnd>
        <TextField name="start" type="time" label={t('start')} required defaultValue={start} />
        <TextField name="end" type="time" label={t('end')} required defaultValue={end} hint={t('endHint')} />
      </StartAndEnd>
      <TextField name="venueName" label={t('venueName')} hint={t('venueHint')} maxLength={120} />
      <TextField
        name="capacity"
        label={t('capacity')}
        required
        inputMode="numeric"
        defaultValue={String(last?.capacity ?? 100)}
      />
      <Tick name="approvalRequired" label={t('approvalRequired')} defaultChecked={last?.approvalRequired} />
      <Disclosure summary={t('more')} className="-mt-2">
        <div className="flex flex-col gap-5">
          <TextField name="cityEn" label={t('cityEn')} hint={t('cityEnHint')} maxLength={60} />
          <Choice
            name="timeZone"
            label={t('timeZone')}
            required
            defaultValue={zone}
            options={zoneChoices(locale, zone)}
          />
          <TextField
            name="slug"
            label={t('slug')}
            hint={t('slugHintNew')}
            maxLength={60}
            autoCapitalize="none"
            spellCheck={false}
          />
        </div>
      </Disclosure>
    </ActionForm>
  )
}
