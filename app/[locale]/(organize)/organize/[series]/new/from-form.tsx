import type { Visit } from '@/lib/web/page'
import { getTranslations } from 'next-intl/server'
import { Choice, TextField } from '@/components/form/fields'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { whenOf } from '@/lib/events/rules'
import type { listStartable } from '@/lib/tour/queries'
import { inLanguage } from '@/lib/values/language'
import { dayText } from '@/lib/values/when'
import { zoneChoices } from '@/lib/values/zones'
import type { Locale } from '@/lib/words/load'

type Stops = Awaited<ReturnType<typeof listStartable>>
type Props = { stops: Stops; last: Stops[number]; locale: Locale; search: Visit['search'] }

/** Three things to fill in; asking only shows what would come, so it is a plain form that reads. */
export async function FromForm({ stops, last, locale, search }: Props) {
  const t = await getTranslations()
  const now = new Date()
  const told = (stop: Stops[number]) =>
    `${t('events.stop', { number: stop.number })} · ${inLanguage(locale, stop.city, stop.cityEn)} · ${dayText(stop, locale, now)}`
  return (
    <form method="get" className="flex flex-col gap-5">
      <TextField
        name="city"
        label={t('events.form.city')}
        placeholder={t('events.form.cityPlaceholder')}
        required
        maxLength={40}
        defaultValue={search.city}
        enterKeyHint="next"
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField name="date" type="date" label={t('events.form.date')} required defaultValue={search.date} />
        <TextField
          name="start"
          type="time"
          label={t('events.form.start')}
          required
          defaultValue={search.start ?? whenOf(last).start}
        />
      </div>
      <Choice
        name="from"
        label={t('tour.start.from')}
        required
        defaultValue={last.slug}
        options={stops.map((stop) => [stop.slug, told(stop)] as const)}
      />
      <Disclosure summary={t('tour.start.more')} className="-mt-2">
        <div className="flex flex-col gap-5">
          <TextField
            name="cityEn"
            label={t('events.form.cityEn')}
            hint={t('events.form.cityEnHint')}
            maxLength={60}
            defaultValue={search.cityEn}
          />
          <Choice
            name="timeZone"
            label={t('events.form.timeZone')}
            required
            defaultValue={search.timeZone ?? last.timeZone}
            options={zoneChoices(locale, last.timeZone)}
          />
        </div>
      </Disclosure>
      <div>
        <Button type="submit">{t('tour.start.look')}</Button>
      </div>
    </form>
  )
}
