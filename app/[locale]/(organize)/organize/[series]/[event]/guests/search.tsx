import { Search as Glass } from 'lucide-react'
import { Button, ButtonLink } from '@/components/ui/button'
import { type Locale, words } from '@/lib/words/load'

type Props = { base: string; tab: string; q: string; locale: Locale }

/** The search of the guest list: a plain GET form, so that what is found has an address. */
export function Search({ base, tab, q, locale }: Props) {
  const t = words(locale, 'registration')
  return (
    <search>
      <form action={base} className="my-4 flex items-stretch gap-2">
        {tab !== 'all' && <input type="hidden" name="tab" value={tab} />}
        <input
          type="search"
          name="q"
          defaultValue={q}
          aria-label={t('guests.searchLabel')}
          placeholder={t('guests.searchLabel')}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={80}
          className="min-h-11 w-full min-w-0 max-w-xl rounded-md border border-input bg-card px-3 text-base text-ink placeholder:text-muted"
        />
        <Button
          type="submit"
          look="line"
          aria-label={t('guests.search')}
          title={t('guests.search')}
          className="min-w-11 px-3"
        >
          <Glass aria-hidden="true" className="size-5" />
        </Button>
        {q && (
          <ButtonLink look="quiet" href={tab === 'all' ? base : `${base}?tab=${tab}`}>
            {t('guests.clear')}
          </ButtonLink>
        )}
      </form>
    </search>
  )
}
