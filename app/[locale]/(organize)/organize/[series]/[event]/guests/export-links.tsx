import { ButtonLink } from '@/components/ui/button'
import type { EventScope } from '@/lib/people/scope'
import { asksSensitive } from '@/lib/registration/queries/questions'
import { filterQuery, type GuestFilter } from '@/lib/registration/schema/guests'
import { type Locale, words } from '@/lib/words/load'

type Props = { scope: EventScope<'guests.view'>; locale: Locale; filter: GuestFilter }

/** The list as it is shown, as a file. Sensitive answers go along only in the file that says so. */
export async function ExportLinks({ scope, locale, filter }: Props) {
  const t = words(locale, 'guests')
  const files: ['csv' | 'xlsx' | 'sensitive', Record<string, string>][] = [
    ['csv', { as: 'csv' }],
    ['xlsx', { as: 'xlsx' }],
  ]
  if (await asksSensitive(scope)) files.push(['sensitive', { as: 'xlsx', sensitive: 'yes' }])
  const address = (more: Record<string, string>) =>
    `/api/guests/${scope.eventId}?${new URLSearchParams({ ...filterQuery(filter), lang: locale, ...more })}`
  return (
    <span className="flex flex-wrap gap-x-3 sm:ml-auto">
      {files.map(([name, more]) => (
        <ButtonLink key={name} look="quiet" href={address(more)} download>
          {t(`export.${name}`)}
        </ButtonLink>
      ))}
    </span>
  )
}
