import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Fact, Facts } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import type { SeriesScope } from '@/lib/people/scope'
import { findBaggage, type listStartable } from '@/lib/tour/queries'
import { shiftedTimes } from '@/lib/tour/rules'
import { inLanguage } from '@/lib/values/language'
import { pinyinCity } from '@/lib/values/pinyin'
import { clockText, dayText, spanText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { startStop } from './actions'
import { Along } from './along'
import type { Asked } from './page'

type Last = Awaited<ReturnType<typeof listStartable>>[number]
type Props = { scope: SeriesScope<'events.create'>; locale: Locale; last: Last; asked: Asked }

/** What a stop started from an earlier one would be: its times, what comes along, what starts fresh. Nothing is made yet. */
export async function Preview({ scope, locale, last, asked }: Props) {
  const t = await getTranslations('tour.start')
  const baggage = await findBaggage(scope, last.id)
  const city = inLanguage(locale, last.city, last.cityEn)
  const again = new URLSearchParams({ ...asked, from: last.slug, edit: '1' })
  return (
    <div className="max-w-2xl">
      <PageHeading
        title={t('previewTitle', { city: inLanguage(locale, asked.city, asked.cityEn || pinyinCity(asked.city)) })}
        lead={t('previewLead', { number: last.number, last: city })}
      />
      <ActionForm
        action={startStop}
        hidden={{ series: scope.seriesId, from: last.id, ...asked }}
        submit={t('create')}
        aside={
          <ButtonLink look="line" href={`?${again}`}>
            {t('again')}
          </ButtonLink>
        }
      >
        <Times last={last} asked={asked} locale={locale} />
        <Section title={t('along')}>
          <p className="mb-2 text-sm text-muted">{t('alongLead')}</p>
          <Along baggage={baggage} last={last} asked={asked} locale={locale} />
        </Section>
        <Facts>
          <Fact label={t('fresh')}>
            <span className="font-normal">{t('freshList')}</span>
          </Fact>
          <Fact label={t('never')}>
            <span className="font-normal">{t('neverList')}</span>
          </Fact>
        </Facts>
      </ActionForm>
    </div>
  )
}

async function Times({ last, asked, locale }: { last: Last; asked: Asked; locale: Locale }) {
  const t = await getTranslations('tour.start')
  const now = new Date()
  const { timeZone } = asked
  const times = shiftedTimes(last, asked)
  const closes = times.registrationEndsAt
  return (
    <Facts>
      <Fact label={t('time')}>
        <span className="tabular">{spanText({ ...times, timeZone }, locale, now)}</span>
      </Fact>
      <Fact label={t('deadline')}>
        {closes
          ? `${dayText({ startsAt: closes, timeZone }, locale, now)} ${clockText(closes, timeZone, locale)}`
          : t('noDeadline')}
      </Fact>
      <Fact label={t('seats')}>
        {t(last.approvalRequired ? 'seatsApproval' : 'seatsOpen', { capacity: last.capacity })}
      </Fact>
    </Facts>
  )
}
