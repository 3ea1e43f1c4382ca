import { Disclosure } from '@/components/ui/disclosure'
import type { Entry } from '@/lib/draws/rules/entry'
import { type Locale, words } from '@/lib/words/load'

/** The holder's own line of the list, in the clear: for them alone, to prove by themselves that they are in it. */
export function MyEntry({ entry, locale }: { entry: Entry; locale: Locale }) {
  const t = words(locale, 'hat')
  return (
    <Disclosure summary={t('ticket.entry')} className="-ml-2">
      <p className="ml-2">{t('ticket.entryLead')}</p>
      <p className="mt-2 ml-2 border-l-4 border-pigment pl-3 font-mono text-sm break-all select-all">
        {JSON.stringify(entry)}
      </p>
    </Disclosure>
  )
}
