import { holderPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Fact } from '@/components/ui/facts'
import { config } from '@/lib/config'
import { findCrewPage } from '@/lib/volunteers/queries'
import { shiftEntry } from '@/lib/volunteers/rules'
import { Answer } from '../../answer'
import { DayFacts, DayFrame, isPast } from '../../day'
import { answer } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('volunteers'))('own.meta') }
}

export default holderPage({ kind: 'crew' }, async ({ holder, locale }) => {
  const t = await getTranslations('volunteers.own')
  const between = (await getTranslations('program'))('between')
  const at = { site: config().SITE_URL, now: new Date() }
  const { volunteer, day, leads } = (await findCrewPage(holder)) ?? notFound()
  const past = isPast(day)
  return (
    <DayFrame day={day} locale={locale}>
      <p className="text-muted">
        {t(volunteer.answer === 'declined' ? 'helloNone' : 'hello', { name: volunteer.name })}
      </p>
      <h1 className="mt-1 text-4xl font-bold break-words">
        {volunteer.role || (
          <span className={past ? 'text-3xl' : 'text-2xl text-muted'}>{t(past ? 'helped' : 'noRole')}</span>
        )}
      </h1>
      {(volunteer.shift || !past) && (
        <p className="tabular mt-1 text-xl">
          {volunteer.shift || <span className="text-base text-muted">{t('noShift')}</span>}
        </p>
      )}
      {volunteer.leads && <p className="mt-1 font-medium text-pigment">{t('youLead')}</p>}
      {!past && (
        <Answer
          action={answer}
          link={holder.linkId}
          given={volunteer.answer}
          words={{
            question: t('question'),
            yes: t('yes'),
            no: t('no'),
            saidYes: t('saidYes'),
            saidNo: t('saidNo'),
            toYes: t('toYes'),
            toNo: t('toNo'),
          }}
        />
      )}
      {past && volunteer.role && <p className="mt-1">{t('helped')}</p>}
      <DayFacts
        day={day}
        locale={locale}
        calendar={{
          file: `/api/crew/${holder.linkId}/calendar?lang=${locale}`,
          entries: volunteer.answer === 'declined' ? [] : [shiftEntry(volunteer, day, locale, at)],
        }}
      >
        {leads.length > 0 && !past && <Fact label={t('askLead')}>{leads.join(between)}</Fact>}
      </DayFacts>
    </DayFrame>
  )
})
