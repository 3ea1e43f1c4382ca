import { getTranslations } from 'next-intl/server'
import type { ListedSponsor } from '@/lib/sponsors/queries/gifts'
import { namesLine } from '@/lib/sponsors/rules/ledger'
import { inLanguage } from '@/lib/values/language'
import type { Within } from './gift-row'

/** One sponsor of the series: who speaks for it, and what it gives here. */
export async function SponsorRow({ sponsor, within }: { sponsor: ListedSponsor; within: Within }) {
  const t = await getTranslations('sponsors.giver')
  const people = namesLine(sponsor.contacts.map(({ name }) => name))
  return (
    <li className="border-b border-rule">
      <a
        href={`${within.base}/givers/${sponsor.id}`}
        className="flex min-h-12 flex-wrap items-baseline gap-x-4 py-2.5 no-underline hover:underline"
      >
        <span className="font-bold">{inLanguage(within.locale, sponsor.name, sponsor.nameEn)}</span>
        <span className={people ? '' : 'text-muted'}>{people || t('noContacts')}</span>
        <span className="ml-auto text-sm text-muted">{t('gifts', { count: sponsor.gifts })}</span>
      </a>
    </li>
  )
}
