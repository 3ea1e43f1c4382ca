import { Address } from '@/components/ui/address'
import { State } from '@/components/ui/facts'
import type { ImportPage, ImportPreview } from '@/lib/registration/queries/imports'
import { type Locale, words } from '@/lib/words/load'

type Props = { preview: ImportPreview; found: ImportPage; locale: Locale }
type Line = ImportPreview['first'][number]

/** What importing would do, counted; the first lines as they would come in; and every line that will not. */
export function Preview({ preview, found, locale }: Props) {
  const t = words(locale, 'guests')
  const { counts, missing } = preview
  const told = [
    ['seated', counts.seated],
    [found.whenFull === 'waiting' ? 'waiting' : 'full', counts.beyond],
    ['known', counts.known],
    ['away', counts.away],
    ['wrong', counts.wrong],
  ] as const
  if (missing.length > 0) {
    return (
      <p role="alert" className="border-l-4 border-bad pl-3 font-medium">
        {missing.map((what) => t(`import.missing.${what}`)).join(' ')}
      </p>
    )
  }
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" className="mb-2 text-lg font-bold">
        {t('import.preview')}
      </h2>
      <dl className="grid grid-cols-2 border-t border-rule sm:grid-cols-5">
        {told.map(([what, count]) => (
          <div key={what} className="border-b border-rule py-3">
            <dt className="text-sm text-muted">{t(`import.counts.${what}`)}</dt>
            <dd className="tabular text-2xl font-bold">{count}</dd>
          </div>
        ))}
      </dl>
      <Lines title={t('import.first')} lines={preview.first} locale={locale} />
      {preview.problems.length > 0 && <Lines title={t('import.notComing')} lines={preview.problems} locale={locale} />}
    </section>
  )
}

function Lines({ title, lines, locale }: { title: string; lines: Line[]; locale: Locale }) {
  const t = words(locale, 'guests')
  return (
    <>
      <h3 className="mt-6 mb-1 font-medium">{title}</h3>
      <ul className="max-h-80 overflow-y-auto border-t border-rule text-sm">
        {lines.map((line) => (
          <li
            key={line.number}
            className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 border-b border-rule py-2 sm:grid-cols-[3rem_minmax(0,2fr)_minmax(0,2fr)_minmax(0,3fr)]"
          >
            <span className="tabular text-muted">{line.number + 1}</span>
            <span className="break-words font-medium">
              {line.row.kind === 'guest' ? line.row.guest.name : line.cells.filter(Boolean).slice(0, 3).join(' · ')}
            </span>
            <span className="col-start-2 wrap-anywhere text-muted sm:col-start-3">
              <Address>{line.row.kind === 'guest' ? line.row.guest.contact.contact : ''}</Address>
            </span>
            <span className="col-start-2 sm:col-start-4">
              <State tone={line.verdict === 'fresh' ? 'good' : line.verdict === 'wrong' ? 'bad' : 'quiet'}>
                {t(`import.verdicts.${line.verdict as 'fresh'}`)}
              </State>
              <Why line={line} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Why({ line, locale }: { line: Line; locale: Locale }) {
  const t = words(locale, 'guests')
  const { row, like } = line
  if (row.kind === 'wrong') {
    const f = words(locale, 'form')
    const key = `fields.${row.code}` as 'fields.empty'
    const why = f.has(key) ? f(key, { max: 40, min: 0 } as never) : f('fields.wrong')
    return (
      <p className="whitespace-normal text-muted">
        {t('import.wrongIn', { column: t(`import.kinds.${row.field}`), why })}
      </p>
    )
  }
  if (row.kind === 'away') return <p className="text-muted">{row.said}</p>
  return like === null ? null : <p className="text-muted">{t('import.like', { name: like })}</p>
}
