import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { Button, ButtonLink } from '@/components/ui/button'
import { State } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { listImports } from '@/lib/registration/queries/imports'
import { type FileProblem, fileProblems, mostRows } from '@/lib/registration/rules/import-file'
import { newUuid } from '@/lib/values/uuid'
import { clockText, shortDayText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { EventFrame } from '../../../../../frame'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'guests')('import.title') }
}

export default organizerPage({ may: 'guests.edit' }, async ({ scope, locale, search }) => {
  const t = words(locale, 'guests')
  const problem = fileProblems.find((known) => known === search.problem)
  const imports = await listImports(scope)
  const list = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/guests`
  return (
    <EventFrame scope={scope} part="guests">
      <div className="max-w-3xl">
        <PageHeading
          title={t('import.title')}
          lead={t('import.lead')}
          action={
            <ButtonLink look="quiet" href={list}>
              {t('panel.list')}
            </ButtonLink>
          }
        />
        <Upload eventId={scope.eventId} locale={locale} problem={problem} />
        <ul className="mt-8 list-disc pl-5 text-sm text-muted">
          {(['sources', 'consent', 'again'] as const).map((note) => (
            <li key={note} className="py-1">
              {t(`import.notes.${note}`)}
            </li>
          ))}
        </ul>
        {imports.length > 0 && (
          <Section title={t('import.earlier')} id="earlier">
            <ul className="border-t border-rule">
              {imports.map((one) => (
                <li
                  key={one.id}
                  className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule py-2"
                >
                  <a
                    href={`${list}/import/${one.id}`}
                    className="inline-flex min-h-11 items-center break-all font-medium"
                  >
                    {one.fileName}
                  </a>
                  <span className="tabular text-sm text-muted">
                    {t('import.lines', { count: one.total })} ·{' '}
                    {shortDayText({ startsAt: one.createdAt, timeZone: scope.timeZone }, locale)}{' '}
                    {clockText(one.createdAt, scope.timeZone, locale)}
                  </span>
                  <State tone={one.undoneAt ? 'quiet' : one.finishedAt ? 'good' : 'wait'}>
                    {t(
                      `import.states.${one.undoneAt ? 'undone' : one.finishedAt ? 'finished' : one.startedAt ? 'started' : 'read'}`,
                    )}
                  </State>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </EventFrame>
  )
})

type UploadProps = { eventId: string; locale: Locale; problem: FileProblem | undefined }

/** A plain form: it works before and without JavaScript. */
function Upload({ eventId, locale, problem }: UploadProps) {
  const t = words(locale, 'guests')
  return (
    <form
      action={`/api/guests/${eventId}/import`}
      method="post"
      encType="multipart/form-data"
      className="flex flex-col gap-3 border-y border-rule py-5"
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="requestKey" value={newUuid()} />
      <label htmlFor="file" className="font-medium">
        {t('import.file')}
      </label>
      {problem && (
        <p id="file-problem" role="alert" className="border-l-4 border-bad pl-3 font-medium text-bad">
          {t(`import.problems.${problem}`, { most: mostRows })}
        </p>
      )}
      <input
        id="file"
        type="file"
        name="file"
        required
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-describedby={problem ? 'file-problem' : 'file-hint'}
        aria-invalid={problem ? true : undefined}
        className="min-h-11 min-w-0 max-w-full text-base file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-input file:bg-card file:px-4 file:text-base file:text-ink"
      />
      <p id="file-hint" className="text-sm text-muted">
        {t('import.fileHint', { most: mostRows })}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit">{t('import.read')}</Button>
        <ButtonLink look="quiet" href={`/api/guests/${eventId}/import?lang=${locale}`} download>
          {t('import.template')}
        </ButtonLink>
      </div>
    </form>
  )
}
