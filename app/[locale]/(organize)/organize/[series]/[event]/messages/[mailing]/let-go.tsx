import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import type { EventScope } from '@/lib/people/scope'
import { clockText, shortDayText, zoneText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { hold, send, testToSelf } from '../actions'

type Props = {
  scope: EventScope<'messages.send'>
  mailing: { id: string; version: number; sendAt: Date | null }
  count: { total: number; mail: number; hand: number; stopped: number }
  locale: Locale
}

/** How many it goes to, a test to oneself, then: now, or at a time. */
export function LetGo({ scope, mailing, count, locale }: Props) {
  const t = words(locale, 'messages')
  const hidden = { event: scope.eventId, id: mailing.id }
  const read = { ...hidden, version: mailing.version }
  const { timeZone } = scope
  return (
    <div className="flex flex-col gap-6">
      <div className="border-l-4 border-pigment pl-4">
        <p className="text-lg font-medium">{t('mailing.real', count)}</p>
        {count.stopped > 0 && <p className="text-sm text-muted">{t('mailing.stopped', { stopped: count.stopped })}</p>}
      </div>
      <div>
        <ActionButton action={testToSelf} hidden={hidden} look="line">
          {t('mailing.test')}
        </ActionButton>
        <p className="mt-1 text-sm text-muted">{t('mailing.testHint')}</p>
      </div>
      {mailing.sendAt ? (
        <div className="flex flex-wrap items-center gap-4">
          <State tone="wait">
            {t('mailing.waits', {
              at: `${shortDayText({ startsAt: mailing.sendAt, timeZone }, locale)} ${clockText(mailing.sendAt, timeZone, locale)}`,
            })}
          </State>
          <ActionButton action={hold} hidden={hidden} look="line">
            {t('mailing.unschedule')}
          </ActionButton>
        </div>
      ) : (
        <>
          <ActionForm
            action={send}
            hidden={{ ...read, at: '' }}
            submit={`${t('mailing.send')} · ${count.total}`}
            className="gap-0"
          />
          <Disclosure summary={t('mailing.schedule')}>
            <ActionForm action={send} hidden={read} submit={t('mailing.scheduleSubmit')} look="line">
              <TextField
                name="at"
                type="datetime-local"
                label={t('mailing.at', { zone: zoneText(timeZone, locale) })}
                hint={t('mailing.atHint')}
                required
              />
            </ActionForm>
          </Disclosure>
        </>
      )}
    </div>
  )
}
