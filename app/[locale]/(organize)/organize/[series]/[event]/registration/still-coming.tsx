import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Address } from '@/components/ui/address'
import type { findReconfirm } from '@/lib/registration/queries/entry'
import { reconfirmShown } from '@/lib/registration/rules/settings'
import { markOf } from '@/lib/values/mark'
import { instantText } from '@/lib/values/when'
import { words } from '@/lib/words/load'
import { saveReconfirm } from './actions'
import type { Of } from './mode'

type Props = Of & { again: Awaited<ReturnType<typeof findReconfirm>> }

/** When people are asked "still coming?", what becomes of silence, and who has not answered. */
export function StillComing({ eventId, entry, again, locale }: Props) {
  const t = words(locale, 'entry')
  const shown = reconfirmShown(entry)
  const { asked, yes, unanswered } = again
  return (
    <>
      <p className="mb-4 text-sm text-muted">{t('again.lead')}</p>
      <ActionForm
        action={saveReconfirm}
        hidden={{ event: eventId, version: markOf(shown) }}
        submit={t('again.save')}
        look="line"
      >
        <TextField
          name="reconfirmDays"
          label={t('again.days')}
          inputMode="numeric"
          defaultValue={shown.reconfirmDays}
        />
        <TextField
          name="reconfirmReleaseHours"
          label={t('again.release')}
          hint={t('again.releaseHint')}
          inputMode="numeric"
          defaultValue={shown.reconfirmReleaseHours}
        />
      </ActionForm>
      {asked > 0 && <p className="tabular mt-6 font-medium">{t('again.counts', { asked, yes, open: asked - yes })}</p>}
      {unanswered.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-sm font-medium text-muted">{t('again.unanswered')}</h3>
          <ul className="border-t border-rule">
            {unanswered.map(({ id, name, contact, reconfirmAskedAt }) => (
              <li key={id} className="border-b border-rule py-2">
                <p className="break-words font-medium">{name}</p>
                <p className="wrap-anywhere text-sm text-muted">
                  {!contact.startsWith('erased:') && (
                    <>
                      <Address>{contact}</Address> ·{' '}
                    </>
                  )}
                  {reconfirmAskedAt &&
                    t('again.askedAt', { at: instantText(reconfirmAskedAt, entry.timeZone, locale) })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
