import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/fields'
import { ButtonLink } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { PageHeading, Section } from '@/components/ui/heading'
import { TriangleAlert } from '@/components/ui/icons'
import { findImport } from '@/lib/sponsors/queries/imports'
import type { ReadGift } from '@/lib/sponsors/rules/import-rows'
import { isId } from '@/lib/values/fields'
import { Tabs } from '../../../tabs'
import { LedgerTabs } from '../../ledger-tabs'
import { bringIn } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('preview') }
}

/** What a pasted table would become, row by row; nothing has happened yet. */
export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale, params, search }) => {
  const t = await getTranslations('imports')
  const status = await getTranslations('sponsors.status')
  const found = (isId(params.import) ? await findImport(scope, params.import) : null) ?? notFound()
  const { rows } = found
  const coming = rows.filter(({ skipped }) => !skipped)
  const remarks = coming.filter(({ notes }) => notes.length > 0).length
  const doubtful = rows.filter(({ skipped, notes }) => skipped || notes.length > 0)
  const only = search.only === 'doubtful' && doubtful.length > 0
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors/import`
  return (
    <EventFrame scope={scope} part="sponsors">
      <LedgerTabs scope={scope} here="import" />
      <PageHeading
        title={t('preview')}
        lead={t('counts', { rows: rows.length, coming: coming.length, skipped: rows.length - coming.length, remarks })}
      />
      <div className="max-w-md">
        <ActionForm
          action={bringIn}
          hidden={{ event: scope.eventId, id: found.id }}
          submit={t('bring', { count: coming.length })}
          aside={
            <ButtonLink look="quiet" href={base}>
              {t('again')}
            </ButtonLink>
          }
        >
          <Choice
            name="status"
            label={t('status')}
            required
            defaultValue="pledged"
            options={(['draft', 'pledged', 'received'] as const).map((one) => [one, status(one)] as const)}
          />
        </ActionForm>
      </div>
      <Section id="rows" title={t('rows')}>
        {doubtful.length > 0 && doubtful.length < rows.length && (
          <Tabs
            label={t('rows')}
            tabs={[
              { words: t('all'), count: rows.length, href: `${base}/${found.id}`, here: !only },
              { words: t('doubtful'), count: doubtful.length, href: `${base}/${found.id}?only=doubtful`, here: only },
            ]}
          />
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways must move by keys too */}
        <section className="sm:-mx-4 sm:overflow-x-auto sm:px-4" aria-labelledby="rows" tabIndex={0}>
          <table className="w-full border-collapse text-left text-sm max-sm:block sm:min-w-2xl">
            <thead className="max-sm:hidden">
              <tr className="border-b-2 border-ink">
                {(['row', 'sponsor', 'gift', 'quantity', 'contacts', 'remarks'] as const).map((column) => (
                  <th key={column} scope="col" className="py-2 pr-4 font-medium">
                    {t(`columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="max-sm:block">
              {(only ? doubtful : rows).map((row) => (
                <PreviewRow key={row.row} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      </Section>
    </EventFrame>
  )
})

async function PreviewRow({ row }: { row: ReadGift }) {
  const t = await getTranslations('imports')
  const sorts = await getTranslations('sponsors.sorts')
  const said = [...(row.skipped ? [t(`skipped.${row.skipped}`)] : []), ...row.notes.map((note) => t(`notes.${note}`))]
  const reach = row.contacts.map(({ name, email, phone, wechat }) =>
    [name, phone, email, wechat].filter(Boolean).join(' '),
  )
  return (
    <tr
      className={classes(
        'border-b border-rule align-top max-sm:grid max-sm:grid-cols-[2rem_1fr_auto] max-sm:py-1.5 max-sm:[&>td]:py-0.5',
        row.skipped && 'text-muted decoration-1 [&>td:not(:last-child)]:line-through',
      )}
    >
      <td className="tabular py-2 pr-4 text-muted">{row.row}</td>
      <td className="py-2 pr-4 font-medium">{row.sponsor}</td>
      <td className="py-2 pr-4 max-sm:col-span-2 max-sm:col-start-2">
        {row.title} {row.title && <span className="text-muted">{sorts(row.sort)}</span>}
      </td>
      <td className="tabular py-2 pr-4 max-sm:col-start-3 max-sm:row-start-1 max-sm:pr-0">{row.quantity ?? '—'}</td>
      <td className="py-2 pr-4 max-sm:empty:hidden max-sm:col-span-2 max-sm:col-start-2">{reach.join(' · ')}</td>
      <td className="py-2 pr-4 max-sm:col-span-2 max-sm:col-start-2">
        {said.length > 0 && (
          <span className="inline-flex items-start gap-1">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {said.join(' · ')}
          </span>
        )}
      </td>
    </tr>
  )
}
