import { holderPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { config } from '@/lib/config'
import { findSpeakerPage } from '@/lib/program/queries/speakers'
import { talkEntry } from '@/lib/program/rules'
import { inLanguage, languageOf } from '@/lib/values/language'
import { clockText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { Answer } from '../../answer'
import { DayFacts, DayFrame, isPast } from '../../day'
import { answer } from './actions'
import { PrintForm } from './print-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('program'))('own.meta') }
}

type Found = NonNullable<Awaited<ReturnType<typeof findSpeakerPage>>>

export default holderPage({ kind: 'speaker' }, async ({ holder, locale }) => {
  const t = await getTranslations('program.own')
  const { day, speaker, talks, answer: given } = (await findSpeakerPage(holder)) ?? notFound()
  const { name } = speaker
  const past = isPast(day)
  const at = { site: config().SITE_URL, now: new Date() }
  return (
    <DayFrame day={day} locale={locale}>
      <h1 className="text-3xl font-bold break-words">
        {t(talks.length > 0 && given !== 'declined' ? 'hello' : 'helloNone', { name })}
      </h1>
      <p className="mt-2 text-muted">{t(past ? 'leadPast' : 'lead')}</p>
      {given && !past && (
        <Answer
          action={answer}
          link={holder.linkId}
          given={given}
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
      <Talks talks={talks} timeZone={day.timeZone} locale={locale} />
      <DayFacts
        day={day}
        locale={locale}
        calendar={{
          file: `/api/speakers/${holder.linkId}/calendar?lang=${locale}`,
          entries: given === 'declined' ? [] : talks.map((talk) => talkEntry(talk, day, locale, at)),
        }}
      />
      <PrintForm speaker={speaker} link={holder.linkId} locale={locale} />
    </DayFrame>
  )
})

async function Talks({ talks, timeZone, locale }: { talks: Found['talks']; timeZone: string; locale: Locale }) {
  const t = await getTranslations('program')
  const clock = (at: Date) => clockText(at, timeZone, locale)
  return (
    <section aria-labelledby="talks" className="mt-6 mb-6">
      <h2 id="talks" className="mb-2 text-lg font-bold">
        {t('own.talks')}
      </h2>
      {talks.length === 0 && <p className="text-muted">{t('own.none')}</p>}
      <ul>
        {talks.map((talk) => (
          <li
            key={talk.id}
            className="grid grid-cols-[min(4.5rem,25%)_minmax(0,1fr)] gap-x-4 border-t border-rule py-3"
          >
            <span className="tabular font-bold">
              {clock(talk.startsAt)}
              <span className="block text-sm font-normal text-muted">{clock(talk.endsAt)}</span>
            </span>
            <span className="min-w-0">
              <span className="block font-bold break-words" lang={languageOf(locale, talk.title, talk.titleEn)}>
                {inLanguage(locale, talk.title, talk.titleEn)}
              </span>
              <span className="block text-sm text-muted">{t(`roles.${talk.role}`)}</span>
              {talk.others.length > 0 && (
                <span className="block text-sm text-muted">
                  {t('own.with', { names: talk.others.join(t('between')) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
