import { Address } from '@/components/ui/address'
import type { Alike } from '@/lib/registration/queries/alike'
import { type Locale, words } from '@/lib/words/load'

type Props = { alike: Alike[]; to: (id: string) => string; locale: Locale }

/** Others on the list who may be this very person: a hint, nobody is refused for it. */
export function MaybeSame({ alike, to, locale }: Props) {
  if (alike.length === 0) return null
  const t = words(locale, 'guests')
  const statuses = words(locale, 'registration')
  return (
    <section aria-labelledby="maybe-same" className="mt-6">
      <h2 id="maybe-same" className="mb-1 text-lg font-bold">
        {t('alike.title')}
      </h2>
      <ul className="border-t border-rule">
        {alike.map(({ id, name, contact, status, by }) => (
          <li key={id} className="border-b border-rule py-2">
            <a
              href={to(id)}
              className="inline-block min-h-6 break-words font-medium underline decoration-rule underline-offset-4 hover:decoration-ink"
            >
              {name}
            </a>
            <p className="wrap-anywhere text-sm text-muted">
              <Address>{contact}</Address> · {statuses(`guests.csvStatus.${status}`)}
            </p>
            <p className="text-sm text-muted">{t(`alike.by.${by}`)}</p>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t('alike.lead')}</p>
    </section>
  )
}
