import { getTranslations } from 'next-intl/server'
import { classes } from '@/components/ui/classes'
import type { EventScope } from '@/lib/people/scope'
import { currentLocale } from '@/lib/web/locale'

const pages = [
  ['ledger', 'sponsors'],
  ['needs', 'sponsors/needs'],
  ['plan', 'sponsors/plan'],
  ['tiers', 'sponsors/tiers'],
  ['thanks', 'recap/thanks'],
  ['import', 'sponsors/import'],
] as const

/** The pages of the ledger beside each other; the address holds which. */
export async function LedgerTabs({ scope, here }: { scope: EventScope<never>; here: (typeof pages)[number][0] }) {
  const t = await getTranslations('sponsors.nav')
  const base = `/${await currentLocale()}/organize/${scope.seriesSlug}/${scope.eventSlug}`
  return (
    <nav aria-label={t('label')} className="arriving -mx-4 mb-6 overflow-x-auto px-4 print:hidden sm:mx-0 sm:px-0">
      <ul className="flex gap-x-2">
        {pages.map(([name, path]) => (
          <li key={name}>
            <a
              href={`${base}/${path}`}
              aria-current={name === here ? 'page' : undefined}
              className={classes(
                'inline-flex min-h-11 items-center whitespace-nowrap rounded-full border px-4 text-sm no-underline',
                name === here ? 'border-ink bg-ink font-bold text-on-ink' : 'border-rule text-ink hover:border-ink',
              )}
            >
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
