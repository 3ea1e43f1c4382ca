import { Button, ButtonLink } from '@/components/ui/button'
import { Search as Glass } from '@/components/ui/icons'
import type { EventScope } from '@/lib/people/scope'
import {
  type GuestFilter,
  guestArrivals,
  guestContacts,
  guestFilter,
  guestSorts,
  narrows,
} from '@/lib/registration/schema/guests'
import { type Locale, words } from '@/lib/words/load'
import { guestsAddress } from './address'

type Props = { scope: EventScope<'guests.view'>; locale: Locale; filter: GuestFilter }
const box = 'min-h-11 rounded-md border border-input bg-card px-3 text-base text-ink placeholder:text-muted'

/** Search, filters and order of the guest list: one plain GET form, so that what is found has an address. */
export function Toolbar({ scope, locale, filter }: Props) {
  const t = words(locale, 'registration')
  const g = words(locale, 'guests')
  const plain = guestFilter({ tab: filter.tab })
  const changed = filter.by !== 'any' || filter.came !== 'any' || filter.sort !== plain.sort
  return (
    <search>
      <form action={guestsAddress(scope, locale, plain).split('?')[0]} className="my-4 flex flex-col gap-2">
        {filter.tab !== 'all' && <input type="hidden" name="tab" value={filter.tab} />}
        <div className="flex items-stretch gap-2">
          <input
            type="search"
            name="q"
            defaultValue={filter.q}
            aria-label={t('guests.searchLabel')}
            placeholder={t('guests.searchHint')}
            autoComplete="off"
            enterKeyHint="search"
            maxLength={80}
            className={`${box} w-full min-w-0 max-w-xl`}
          />
          <Button type="submit" look="line" aria-label={t('guests.search')} title={t('guests.search')}>
            <Glass aria-hidden="true" className="size-5" />
          </Button>
          {(narrows(filter) || changed) && (
            <ButtonLink look="quiet" href={guestsAddress(scope, locale, plain)} className="shrink-0 whitespace-nowrap">
              {t('guests.clear')}
            </ButtonLink>
          )}
        </div>
        <details open={changed || undefined} className="group">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-muted underline decoration-rule underline-offset-4">
            {g('filter.title')}
          </summary>
          <div className="flex flex-wrap items-end gap-3 pt-1 pb-2">
            <Pick
              name="sort"
              label={g('filter.sort')}
              value={filter.sort}
              options={guestSorts
                .filter((sort) => sort !== 'place' || filter.tab === 'waitlisted')
                .map((sort) => [sort, g(`filter.sorts.${sort}`)])}
            />
            <Pick
              name="by"
              label={g('filter.by')}
              value={filter.by}
              options={guestContacts.map((by) => [by, g(`filter.bys.${by}`)])}
            />
            <Pick
              name="came"
              label={g('filter.came')}
              value={filter.came}
              options={guestArrivals.map((came) => [came, g(`filter.cames.${came}`)])}
            />
            <Button type="submit" look="line">
              {g('filter.apply')}
            </Button>
          </div>
        </details>
      </form>
    </search>
  )
}

type PickProps = { name: string; label: string; value: string; options: [string, string][] }

function Pick({ name, label, value, options }: PickProps) {
  return (
    <label className="flex min-w-0 flex-1 basis-36 flex-col gap-1 text-sm sm:flex-none">
      {label}
      <select name={name} defaultValue={value} className={box}>
        {options.map(([option, said]) => (
          <option key={option} value={option}>
            {said}
          </option>
        ))}
      </select>
    </label>
  )
}
