import { inLanguage } from '@/lib/values/language'
import { qrDataUrl } from '@/lib/values/qr'
import { spanText } from '@/lib/values/when'
import { words } from '@/lib/words/load'
import type { Shown } from './standing'

/** The pass itself: white in every light, so that any scanner reads it; a stub with the facts, torn off by a line. */
export function Pass({ ticket, locale, address }: Shown & { address: string }) {
  const t = words(locale, 'registration')
  const { event } = ticket
  return (
    <section
      aria-label={t('ticket.title')}
      className="mt-7 overflow-hidden rounded-lg border border-rule bg-white text-[#17211e]"
    >
      <div aria-hidden="true" className="h-2 bg-pigment" />
      <div className="flex flex-col items-center px-4 pt-4 sm:flex-row sm:gap-4 sm:px-8">
        <img
          src={qrDataUrl(address)}
          alt={t('ticket.qr')}
          width={296}
          height={296}
          className="aspect-square w-full max-w-[18.5rem]"
        />
        <dl className="flex w-full flex-col gap-4 border-t-2 border-dashed border-[#ddd6c6] py-5 text-center sm:border-t-0 sm:border-l-2 sm:py-8 sm:pl-8 sm:text-left">
          <div>
            <dt className="text-sm text-[#5b6561]">{t('ticket.code')}</dt>
            <dd className="tabular font-mono text-4xl font-bold tracking-widest">{ticket.ticketCode}</dd>
          </div>
          <div>
            <dt className="text-sm text-[#5b6561]">{t('ticket.name')}</dt>
            <dd className="break-words text-xl font-bold">{ticket.name}</dd>
          </div>
          <div>
            <dt className="sr-only">{t('ticket.when')}</dt>
            <dd className="tabular">
              {inLanguage(locale, event.city, event.cityEn)} · {spanText(event, locale, new Date())}
            </dd>
          </div>
        </dl>
      </div>
    </section>
  )
}
