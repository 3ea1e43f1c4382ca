import { getTranslations } from 'next-intl/server'
import { Photo } from '@/components/ui/photo'
import { inLanguage, languageOf } from '@/lib/values/language'
import { clockText } from '@/lib/values/when'
import { Heading } from './heading'
import type { Shown } from './shown'

type Talk = Shown['stop']['program'][number]

/** The order of the day: when, what, and who is on stage. */
export async function Programme({ stop, locale }: Shown) {
  const t = await getTranslations('public')
  return (
    <section aria-labelledby="program">
      <Heading id="program">{t('program.title')}</Heading>
      {stop.program.length === 0 && <p className="border-t border-rule py-4 text-muted">{t('program.empty')}</p>}
      <ol className="border-t border-rule">
        {stop.program.map((talk) => (
          <li
            key={talk.id}
            className="grid grid-cols-[min(3.75rem,24%)_minmax(0,1fr)] items-baseline gap-x-3 border-b border-rule py-4 sm:grid-cols-[4.5rem_1fr]"
          >
            <time dateTime={talk.startsAt} className="font-bold">
              {clockText(talk.startsAt, stop.timeZone, locale)}
            </time>
            <div className="min-w-0">
              <h3 className="font-bold" lang={languageOf(locale, talk.title, talk.titleEn)}>
                {inLanguage(locale, talk.title, talk.titleEn)}
              </h3>
              <People talk={talk} locale={locale} />
              {talk.summary && (
                <p className="mt-1 text-[0.9375rem] text-muted" lang={languageOf(locale, talk.summary, talk.summaryEn)}>
                  {inLanguage(locale, talk.summary, talk.summaryEn)}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

async function People({ talk, locale }: { talk: Talk; locale: string }) {
  const t = await getTranslations('public')
  if (talk.people.length === 0) return null
  const several = new Set(talk.people.map(({ role }) => role)).size > 1
  return (
    <ul className="mt-1 text-[0.9375rem] text-muted">
      {talk.people.map((person) => {
        const from = [
          inLanguage(locale, person.organisation, person.organisationEn),
          inLanguage(locale, person.position, person.positionEn),
        ].filter(Boolean)
        return (
          <li key={person.id} className={person.photo ? 'mt-2 flex items-center gap-3' : undefined}>
            {person.photo && (
              <Photo
                picture={person.photo}
                alt=""
                sizes="3rem"
                className="size-12 shrink-0 rounded-full object-cover"
              />
            )}
            <span className="min-w-0">
              <span className="text-ink" lang={languageOf(locale, person.name, null)}>
                {person.name}
              </span>
              {several && ` ${t(`program.roles.${person.role}`)}`}
              {from.length > 0 && (
                <span lang={languageOf(locale, from.join(' '), null)}>
                  {' · '}
                  {from.join(locale === 'en' ? ', ' : ' ')}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
