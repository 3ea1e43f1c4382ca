import { CopyButton } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'
import { config } from '@/lib/config'
import { words } from '@/lib/words/load'
import type { Shown } from './standing'

/** The stop's own link and poster, to send to a friend: nothing of the ticket is in either. */
export function Bring({ ticket, locale }: Shown) {
  const { event } = ticket
  const t = words(locale, 'registration')
  if (event.endsAt <= new Date() || event.cancelledAt || event.postponedAt) return null
  const poster = `/api/pictures/${event.series.slug}/${event.slug}/tall?lang=${locale}`
  return (
    <div className="border-b border-rule py-2 [&_summary]:-ml-2">
      <Disclosure summary={t('ticket.bring')}>
        <p className="mb-3">{t('ticket.bringLead')}</p>
        <CopyButton
          text={`${config().SITE_URL}/${locale}/${event.series.slug}/${event.slug}`}
          done={t('ticket.bringCopied')}
        >
          {t('ticket.bringCopy')}
        </CopyButton>
        <a href={poster} target="_blank" rel="noopener" className="mt-4 block w-full max-w-[15rem]">
          <img
            src={poster}
            alt={t('ticket.bringPoster')}
            loading="lazy"
            width={1080}
            height={1440}
            className="aspect-[3/4] h-auto w-full rounded-md border border-rule"
          />
        </a>
        <p className="mt-2 text-sm text-muted">{t('ticket.bringSave')}</p>
      </Disclosure>
    </div>
  )
}
