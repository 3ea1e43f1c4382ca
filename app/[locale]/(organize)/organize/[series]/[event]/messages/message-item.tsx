import { ActionButton } from '@/components/form/action-button'
import { CopyButton } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import type { MessageRow } from '@/lib/messages/queries/outbox'
import { clockText, shortDayText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { passOn, retry } from './actions'

type Props = { row: MessageRow; eventId: string; timeZone: string; locale: Locale }

/** One message: to whom, how it stands, and for those who may, its text to pass on. */
export function MessageItem({ row, eventId, timeZone, locale }: Props) {
  const t = words(locale, 'messages')
  const at = (instant: Date) =>
    `${shortDayText({ startsAt: instant, timeZone }, locale)} ${clockText(instant, timeZone, locale)}`
  const hidden = { event: eventId, id: row.id }
  const erased = row.lastError === 'erased'
  const open = (row.status === 'waiting' || row.status === 'failed') && !erased && row.text !== null
  const reason =
    row.lastError === 'unwanted' || row.lastError === 'superseded' || row.lastError === 'undone'
      ? t(`whyWithdrawn.${row.lastError}`)
      : t('why', { code: row.lastError ?? '' })
  return (
    <li className="border-b border-rule py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="min-w-0 break-words font-medium">{erased ? t('whyErased') : row.subject}</p>
        <Standing row={row} at={at} locale={locale} />
      </div>
      <p className="break-words text-sm text-muted">
        {!erased && t('to', { name: row.recipientName, recipient: row.recipient })} ·{' '}
        {t('written', { at: at(row.createdAt) })}
        {row.attempts > 0 && row.status !== 'sent' && ` · ${t('attempts', { count: row.attempts })}`}
        {row.lastError && !erased && ` · ${reason}`}
      </p>
      {row.text !== null && !erased && (
        <Disclosure summary={t('text')} label={`${t('text')} · ${row.subject}`}>
          <p className="max-w-prose whitespace-pre-wrap break-words border-l-4 border-pigment pl-4">{row.text}</p>
          {row.status === 'sent' && <p className="mt-2 text-sm text-muted">{t('linkGone')}</p>}
          {open && (
            <div className="mt-3 flex flex-wrap gap-2">
              <CopyButton text={row.text} done={t('copied')}>
                {t('copy')}
              </CopyButton>
              <ActionButton action={passOn} hidden={hidden} look="line">
                {t('passOn')}
              </ActionButton>
              {row.channel === 'mail' && row.attempts > 0 && (
                <ActionButton action={retry} hidden={hidden} look="line">
                  {t('retry')}
                </ActionButton>
              )}
            </div>
          )}
        </Disclosure>
      )}
    </li>
  )
}

function Standing({ row, at, locale }: { row: MessageRow; at: (instant: Date) => string; locale: Locale }) {
  const t = words(locale, 'messages')
  if (row.status === 'sent')
    return <State tone="good">{t('status.sent', { at: row.sentAt ? at(row.sentAt) : '' })}</State>
  if (row.status === 'failed') return <State tone="bad">{t('status.failed')}</State>
  if (row.status === 'withdrawn') return <State tone="quiet">{t('status.withdrawn')}</State>
  return <State tone="wait">{t(row.channel === 'hand' ? 'status.hand' : 'status.waiting')}</State>
}
