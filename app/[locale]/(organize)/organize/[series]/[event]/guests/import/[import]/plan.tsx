import { ActionForm } from '@/components/form/action-form'
import { Choice, Tick } from '@/components/form/fields'
import type { ImportPage, ImportPreview } from '@/lib/registration/queries/imports'
import { columnKinds } from '@/lib/registration/schema/imports'
import { type Locale, words } from '@/lib/words/load'
import { plan } from '../actions'

type Props = { found: ImportPage; preview: ImportPreview; eventId: string; locale: Locale }

/** What each column is taken for, with a sample of what stands in it; and what to do with the people. */
export function Plan({ found, preview, eventId, locale }: Props) {
  const t = words(locale, 'guests')
  const sampleOf = (column: number) => preview.first.map(({ cells }) => cells[column]).find(Boolean) ?? ''
  return (
    <section aria-labelledby="plan" className="mt-8">
      <h2 id="plan" className="mb-2 text-lg font-bold">
        {t('import.plan')}
      </h2>
      <ActionForm action={plan} hidden={{ event: eventId, id: found.id }} submit={t('import.update')} look="line">
        <ul className="max-h-[36rem] overflow-y-auto border-t border-rule">
          {found.head.map((head, n) => (
            <li
              key={n}
              className="grid grid-cols-1 items-center gap-x-4 gap-y-1 border-b border-rule py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_12rem]"
            >
              <span className="break-words font-medium">{head || t('import.noHead', { column: n + 1 })}</span>
              <span className="truncate text-sm text-muted">{sampleOf(n)}</span>
              <select
                name="columns"
                defaultValue={found.columns[n]}
                aria-label={t('import.takenFor', { head: head || String(n + 1) })}
                className="min-h-11 w-full rounded-md border border-input bg-card px-3 text-base text-ink"
              >
                {columnKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`import.kinds.${kind}`)}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        <div className="grid gap-5 sm:grid-cols-2">
          <Choice
            name="whenFull"
            label={t('import.whenFull')}
            required
            defaultValue={found.whenFull}
            options={[
              ['waiting', t('import.full.waiting')],
              ['refused', t('import.full.refused')],
            ]}
          />
          <Choice
            name="locale"
            label={t('import.locale')}
            required
            defaultValue={found.locale}
            options={[
              ['zh', words(locale, 'registration')('guests.zh')],
              ['en', words(locale, 'registration')('guests.en')],
            ]}
          />
        </div>
        <Tick name="notify" label={t('import.notify')} hint={t('import.notifyHint')} defaultChecked={found.notify} />
      </ActionForm>
    </section>
  )
}
