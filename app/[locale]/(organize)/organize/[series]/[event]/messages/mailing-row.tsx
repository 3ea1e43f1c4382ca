import { ActionButton } from '@/components/form/action-button'
import { State } from '@/components/ui/facts'
import type { ListedMailing } from '@/lib/messages/queries/mailings'
import { clockText, shortDayText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { hold } from './actions'

type Props = {
  mailing: ListedMailing
  base: string
  eventId: string
  timeZone: string
  locale: Locale
  sends?: boolean
}

/** One letter to a group: to whom, where its messages stand, and which they are. */
export function MailingRow({ mailing, base, eventId, timeZone, locale, sends = true }: Props) {
  const t = words(locale, 'messages')
  const at = (instant: Date) =>
    `${shortDayText({ startsAt: instant, timeZone }, locale)} ${clockText(instant, timeZone, locale)}`
  const { id, subject, audience, counts, releasedAt, sendAt } = mailing
  return (
    <li className="border-b border-rule py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        {sends ? (
          <a href={`${base}/${id}`} className="inline-flex min-h-11 min-w-0 items-center break-words font-medium">
            {subject}
          </a>
        ) : (
          <p className="min-w-0 break-words font-medium">{subject}</p>
        )}
        {releasedAt ? (
          <State tone="good">{t('mailing.left', { at: at(releasedAt) })}</State>
        ) : (
          <State tone="wait">{sendAt ? t('mailing.waits', { at: at(sendAt) }) : t('mailing.draft')}</State>
        )}
      </div>
      <p className="text-sm text-muted">
        {t('mailing.to', { audience: t(`mailing.audiences.${audience}`) })}
        {releasedAt && ` · ${t('mailing.counts', counts)}`}
      </p>
      {releasedAt && (
        <div className="flex flex-wrap items-center gap-x-4">
          <a href={`${base}?mailing=${id}#outbox`} className="inline-flex min-h-11 items-center text-sm">
            {t('mailing.log')}
          </a>
          {sends && counts.waiting > 0 && (
            <ActionButton action={hold} hidden={{ event: eventId, id }}>
              {t('mailing.hold')}
            </ActionButton>
          )}
        </div>
      )}
    </li>
  )
}
