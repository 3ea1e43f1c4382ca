import { randomUUID } from 'node:crypto'
import { ActionButton } from '@/components/form/action-button'
import { Row, Rows, State } from '@/components/ui/facts'
import type { findAtDoor } from '@/lib/checkin/queries'
import { clockText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { letIn } from './actions'

type Person = Awaited<ReturnType<typeof findAtDoor>>[number]
type Props = { found: Person[]; q: string; eventId: string; timeZone: string; locale: Locale }

/** Whom the search found, each with a way in. */
export function Found({ found, q, eventId, timeZone, locale }: Props) {
  const t = words(locale, 'checkin')
  return (
    <section className="mt-6">
      <h2 role="status" className="mb-2 text-lg font-bold">
        {t('found', { q, count: found.length })}
      </h2>
      {found.length === 0 ? (
        <p className="text-muted">{t('foundNone')}</p>
      ) : (
        <Rows>
          {found.map((person) => (
            <Row
              key={person.id}
              actions={
                person.status === 'confirmed' &&
                !person.cameInAt && (
                  <ActionButton
                    action={letIn}
                    hidden={{ event: eventId, id: person.id, scan: randomUUID() }}
                    look="ink"
                    label={t('letInLabel', { name: person.name })}
                  >
                    {t('letIn')}
                  </ActionButton>
                )
              }
            >
              <p className="text-lg font-medium">{person.name}</p>
              <p className="tabular text-sm text-muted">{t('verdict.tail', { tail: person.tail })}</p>
              {person.cameInAt && (
                <State tone="good">{t('in', { at: clockText(person.cameInAt, timeZone, locale) })}</State>
              )}
              {(person.status === 'waitlisted' || person.status === 'pending') && (
                <State tone="wait">{t(`status.${person.status}`)}</State>
              )}
            </Row>
          ))}
        </Rows>
      )}
    </section>
  )
}
