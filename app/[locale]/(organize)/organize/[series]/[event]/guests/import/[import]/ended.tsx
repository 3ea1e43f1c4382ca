import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Fact, Facts } from '@/components/ui/facts'
import type { ImportPage } from '@/lib/registration/queries/imports'
import { type Locale, words } from '@/lib/words/load'
import { undo } from '../actions'

type Props = { found: ImportPage; eventId: string; list: string; locale: Locale }
const ends = ['confirmed', 'waitlisted', 'known', 'full', 'away', 'wrong', 'kept', 'undone'] as const

/** What became of an import: counts, the file with every line's end, and the way to take it back. */
export function Ended({ found, eventId, list, locale }: Props) {
  const t = words(locale, 'guests')
  const came = (found.outcomes.confirmed ?? 0) + (found.outcomes.waitlisted ?? 0)
  return (
    <>
      <p role="status" className="mb-3 border-l-4 border-pigment pl-3 font-medium">
        {t(found.undoneAt ? 'import.endUndone' : 'import.end', { count: came })}
      </p>
      <Facts className="max-w-md">
        {ends
          .filter((end) => found.outcomes[end])
          .map((end) => (
            <Fact key={end} label={<span className="tabular text-base text-ink">{found.outcomes[end]}</span>}>
              {t(`import.outcomes.${end}`)}
            </Fact>
          ))}
      </Facts>
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href={list}>{t('panel.list')}</ButtonLink>
        <ButtonLink look="line" href={`/api/guests/${eventId}/import/${found.id}/result?lang=${locale}`} download>
          {t('import.result')}
        </ButtonLink>
      </div>
      {!found.undoneAt && came > 0 && (
        <Disclosure summary={t('import.undo')} className="mt-6">
          <p className="mb-4 max-w-prose text-muted">{t('import.undoLead')}</p>
          <ActionForm
            action={undo}
            hidden={{ event: eventId, id: found.id }}
            submit={t('import.undoSubmit')}
            look="bad"
          >
            <TextField
              name="typed"
              label={t('import.undoType', { count: came })}
              required
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
            />
          </ActionForm>
        </Disclosure>
      )}
    </>
  )
}
