import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Dialog } from '@/components/ui/dialog'
import { State } from '@/components/ui/facts'
import type { Person, SessionView } from '@/lib/draws/queries/view'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { claimPrize, passOverAbsent } from './actions'
import { Big } from './lock-form'

type Props = { view: SessionView; scope: EventScope<'stage.run'>; locale: string; result: string }

/** Who was drawn and has to come forward: here, or not here and the next takes the place. */
export async function Called({ view, scope, locale, result }: Props) {
  const t = await getTranslations('draws.claim')
  const draw = view.draws.find((one) => one.result === result)
  if (!draw) return null
  return (
    <Big title={t('title')} lead={inLanguage(locale, draw.title, draw.titleEn)}>
      <ul className="border-t border-rule">
        {draw.people.map((person) => (
          <CalledRow
            key={person.entry}
            person={person}
            wait={view.wait}
            hidden={hiddenOf(view, scope, result, person)}
          />
        ))}
      </ul>
    </Big>
  )
}

const hiddenOf = (view: SessionView, scope: Props['scope'], result: string, { entry }: Person) => ({
  event: scope.eventId,
  session: view.id,
  result,
  entry,
})

type Row = { person: Person; wait: number; hidden: Record<string, string> }

async function CalledRow({ person, wait, hidden }: Row) {
  const t = await getTranslations('draws.claim')
  const label = person.label ?? t('erased')
  const named = `${label} ${t('number', { n: person.n })}`
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-3">
      <div className="min-w-0 flex-1 basis-48">
        <p className="text-2xl font-bold">{label}</p>
        <p className="text-muted tabular-nums">
          {t('number', { n: person.n })}
          {person.tail && ` · ${t('tail', { tail: person.tail })}`}
        </p>
      </div>
      {person.status === 'claimed' && <State tone="good">{t('claimed')}</State>}
      {person.status === 'absent' && <State tone="quiet">{t('passed')}</State>}
      {person.status === 'called' && (
        <div className="flex gap-2">
          <ActionButton
            action={claimPrize}
            hidden={hidden}
            look="ink"
            label={t('hereFor', { label: named })}
            className="min-h-14 min-w-28 text-lg"
          >
            {t('here')}
          </ActionButton>
          <Dialog
            trigger={t('absent')}
            triggerLabel={t('absentFor', { label: named })}
            triggerClass="min-h-14 min-w-24"
            title={t('absentTitle')}
            lead={t('absentLead', { label: named })}
            close={(await getTranslations('draws'))('cancel')}
          >
            {wait > 0 && <p className="mb-4 text-muted">{t('absentWait', { minutes: wait / 60 })}</p>}
            <ActionButton action={passOverAbsent} hidden={hidden} look="bad">
              {t('absentSubmit')}
            </ActionButton>
          </Dialog>
        </div>
      )}
    </li>
  )
}
