import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import type { listActivity } from '@/lib/tour/queries'
import { fieldsIn, foldAlike, underDays } from '@/lib/tour/rules'
import { clockText, dayText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'

type Lines = Awaited<ReturnType<typeof listActivity>>['lines']
type Props = { lines: Lines; locale: Locale; timeZone: string }

/** The log as sentences, a heading a day: at what time, who, did what. */
export async function LogLines({ lines, locale, timeZone }: Props) {
  const t = await getTranslations('tour.activity')
  const now = new Date()
  const days = underDays(lines, (line) => dayText({ startsAt: line.at, timeZone }, locale, now))
  return (
    <>
      {days.map(({ day, lines: ofDay }) => (
        <section key={day} className="mt-6 first:mt-0">
          <h2 className="border-b border-rule pb-1 text-sm font-medium text-muted">{day}</h2>
          <ol>
            {foldAlike(runs(ofDay), kindOf).map(({ line, behind }) => (
              <li key={line.line.id} className="border-b border-rule py-2.5">
                <Run run={line} locale={locale} timeZone={timeZone} />
                {behind.length > 0 && (
                  <Disclosure summary={t('alike', { count: behind.length })} className="pl-14">
                    <ol className="-ml-14">
                      {behind.map((run) => (
                        <li key={run.line.id} className="py-1">
                          <Run run={run} locale={locale} timeZone={timeZone} />
                        </li>
                      ))}
                    </ol>
                  </Disclosure>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

const kindOf = ({ line: { verb, actorKind, actorName } }: ReturnType<typeof runs>[number]) =>
  JSON.stringify([verb, actorKind, actorName])

type RunProps = { run: ReturnType<typeof runs>[number]; locale: Locale; timeZone: string }

const Run = ({ run: { line, times }, locale, timeZone }: RunProps) => (
  <div className="flex gap-4">
    <time dateTime={line.at.toISOString()} className="w-12 shrink-0 text-muted">
      {clockText(line.at, timeZone, locale)}
    </time>
    <p className="min-w-0 flex-1 break-words">
      <Sentence line={line} locale={locale} />
      {times > 1 && <span className="tabular text-muted"> ×{times}</span>}
    </p>
  </div>
)

/** The same sentence several times running is said once, at its last time, with how often: registrations come in dozens. */
function runs(lines: Lines) {
  const found: { line: Lines[number]; says: string; times: number }[] = []
  for (const line of lines) {
    const { verb, actorKind, actorName, subject, details } = line
    const says = JSON.stringify([verb, actorKind, actorName, subject, fieldsIn(details)])
    const last = found.at(-1)
    if (last?.says === says) last.times += 1
    else found.push({ line, says, times: 1 })
  }
  return found
}

async function Sentence({ line, locale }: { line: Lines[number]; locale: Locale }) {
  const t = await getTranslations('tour.activity')
  const kind = line.actorKind
  const who =
    kind === 'person' ? (line.actorName ?? t('somebody')) : t(`actors.${kind as 'attendee' | 'sponsor' | 'system'}`)
  const verb = `verbs.${line.verb}` as 'verbs.event.created'
  const fields = fieldsIn(line.details)
    .map((name) => `fieldNames.${name}` as 'fieldNames.city')
    .filter((key) => t.has(key))
    .map((key) => t(key))
  return (
    <>
      <span className="font-medium">{who}</span>
      {/* Chinese puts nothing between who and what they did. */}
      {locale === 'en' && ' '}
      {t.has(verb) ? t(verb) : t('other')}
      {line.subject && <> {line.subject}</>}
      {fields.length > 0 && (
        <span className="text-muted">{t('fields', { fields: [...new Set(fields)].join(t('separator')) })}</span>
      )}
    </>
  )
}
