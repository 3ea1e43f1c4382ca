import { ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { maskName } from '@/lib/checkin/rules'
import { words } from '@/lib/words/load'
import { chooseShown } from './actions'
import type { Drawing } from './draw-note'

/** How the holder is called when they win: masked, by name, or by the number alone. */
export function ShownForm({ mine, holder, name, locale }: Drawing) {
  const t = words(locale, 'hat')
  const shown = mine.state === 'outside' ? 'masked' : mine.shown
  const options = [
    ['masked', t('ticket.masked', { label: maskName(name) || '＊' })],
    ['full', t('ticket.full', { name })],
    ['number', t('ticket.number')],
  ] as const
  return (
    <Disclosure summary={t('ticket.shown')} className="mt-2 -ml-2">
      <div className="ml-2">
        <p className="mb-3">{t('ticket.shownLead')}</p>
        <ActionForm action={chooseShown} hidden={{ link: holder.linkId }} submit={t('ticket.shownSubmit')}>
          <Choice name="shown" label={t('ticket.shown')} defaultValue={shown} options={options} />
        </ActionForm>
      </div>
    </Disclosure>
  )
}
