import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Disclosure } from '@/components/ui/disclosure'
import { Row, Rows } from '@/components/ui/facts'
import { Section } from '@/components/ui/heading'
import type { PrizeUnit } from '@/lib/prizes/queries/units'
import { wallTimeOf } from '@/lib/values/time'
import { returnLeftover, takeBackReturn } from '../../actions'

/** So many pieces tell their history on the page; the whole of it stays in the database. */
const shown = 100

type Props = { units: PrizeUnit[]; prizeId: string; event: string; timeZone: string }

/** Where each piece of a prize is, and how it got there; what is left goes back to its giver with one press. */
export async function Units({ units, prizeId, event, timeZone }: Props) {
  const t = await getTranslations('prizes.units')
  const moved = units.filter(({ steps }) => steps.length > 0)
  const left = units.filter(({ status }) => status === 'in_stock').length
  return (
    <Section id="units" title={t('title')}>
      <p className="mb-3 tabular">
        {(['in_stock', 'won', 'handed_over', 'returned'] as const)
          .map((status) => [status, units.filter((unit) => unit.status === status).length] as const)
          .filter(([, count]) => count > 0)
          .map(([status, count]) => t('count', { status: t(`status.${status}`), count }))
          .join(' · ')}
      </p>
      {left > 0 && (
        <ActionButton action={returnLeftover} hidden={{ event, id: prizeId }} look="line">
          {t('return', { count: left })}
        </ActionButton>
      )}
      {moved.length > 0 && (
        <Disclosure summary={t('history')} className="mt-4">
          <Rows>
            {moved.slice(0, shown).map((unit) => (
              <Unit key={unit.id} unit={unit} event={event} timeZone={timeZone} />
            ))}
          </Rows>
        </Disclosure>
      )}
    </Section>
  )
}

async function Unit({ unit, event, timeZone }: { unit: PrizeUnit } & Pick<Props, 'event' | 'timeZone'>) {
  const t = await getTranslations('prizes.units')
  return (
    <Row
      actions={
        unit.status === 'returned' && (
          <ActionButton
            action={takeBackReturn}
            hidden={{ event, id: unit.id }}
            label={t('undoFor', { number: unit.number })}
          >
            {t('undo')}
          </ActionButton>
        )
      }
    >
      <p className="font-bold">{t('piece', { number: unit.number, status: t(`status.${unit.status}`) })}</p>
      <ul className="tabular text-sm text-muted">
        {unit.steps.map(({ at, to, how }) => (
          <li key={at.toISOString()}>
            {t('step', {
              at: wallTimeOf(at, timeZone).replace('T', ' '),
              status: t(`status.${to}`),
              how: how ? t(`how.${how as 'hand'}`) : '',
            })}
          </li>
        ))}
      </ul>
    </Row>
  )
}
