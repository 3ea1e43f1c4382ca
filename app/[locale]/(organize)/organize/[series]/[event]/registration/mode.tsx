import { ActionForm } from '@/components/form/action-form'
import { Choice, TextField } from '@/components/form/fields'
import type { Entry } from '@/lib/registration/queries/entry'
import { instantHours, wakingHours } from '@/lib/registration/rules/offers'
import { entryShown } from '@/lib/registration/rules/settings'
import { entryModes } from '@/lib/registration/schema/entry'
import { markOf } from '@/lib/values/mark'
import { instantText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { saveEntry } from './actions'

export type Of = { eventId: string; entry: Entry; locale: Locale }

/** How people get in, and in plain words what that means together with everything else that is switched on. */
export function Mode({ eventId, entry, locale }: Of) {
  const t = words(locale, 'entry')
  const shown = entryShown(entry)
  return (
    <>
      <Means entry={entry} locale={locale} />
      <ActionForm
        action={saveEntry}
        hidden={{ event: eventId, version: markOf(shown) }}
        submit={t('mode.save')}
        look="line"
      >
        <Choice
          name="entryMode"
          label={t('mode.label')}
          required
          defaultValue={entry.entryMode}
          options={entryModes.map((mode) => [mode, t(`mode.${mode}`)] as const)}
        />
        <TextField
          name="ballotEnds"
          type="datetime-local"
          label={t('mode.ballotEnds')}
          hint={t('mode.ballotEndsHint')}
          defaultValue={shown.ballotEnds}
        />
      </ActionForm>
    </>
  )
}

function Means({ entry, locale }: Omit<Of, 'eventId'>) {
  const t = words(locale, 'entry')
  const { entryMode, approvalRequired } = entry
  return (
    <div className="mb-6 flex max-w-prose flex-col gap-2 border-l-4 border-pigment pl-4 text-sm">
      <p className="text-base font-bold">{t(`mode.${entryMode}`)}</p>
      {entryMode === 'ballot' && <p className="font-medium">{ballotText(entry, locale)}</p>}
      <p>{t(`mode.means.${entryMode}`)}</p>
      {approvalRequired && entryMode === 'open' && <p>{t('mode.means.openApproval')}</p>}
      {approvalRequired && entryMode === 'ballot' && <p>{t('mode.means.ballotApproval')}</p>}
      {entryMode !== 'invitation' && <p className="text-muted">{t('mode.means.codes')}</p>}
      <p className="text-muted">{t('mode.means.queue', { hours: instantHours, ...wakingHours })}</p>
    </div>
  )
}

function ballotText(entry: Entry, locale: Locale): string {
  const t = words(locale, 'entry')
  const { ballotDrawnAt, ballotEndsAt, entries, timeZone } = entry
  if (ballotDrawnAt) return t('mode.drawn', { at: instantText(ballotDrawnAt, timeZone, locale) })
  const open = ballotEndsAt && ballotEndsAt > new Date()
  const next = open ? t('mode.windowOpen', { until: instantText(ballotEndsAt, timeZone, locale) }) : t('mode.toDraw')
  return `${t('mode.entries', { count: entries })} · ${next}`
}
