import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import { ChevronDown, ChevronUp } from '@/components/ui/icons'
import type { ProgramTalk } from '@/lib/program/queries/program'
import { stageRoles } from '@/lib/program/schema'
import { markOf } from '@/lib/values/mark'
import { toneOf } from '../answer-tone'
import { changeRole, confirmPerson, movePerson, removePerson, reopenPerson, restorePerson } from './actions'
import type { RowContext } from './context'
import { PersonForm } from './person-form'

/** Who stands on stage in one item: order, role, answer; and the form for one more. */
export async function People({ talk, within }: { talk: ProgramTalk; within: RowContext }) {
  const t = await getTranslations('program')
  const last = talk.people.length
  return (
    <div>
      <h3 className="mb-1 text-sm font-medium">{t('talk.people')}</h3>
      {last === 0 && <p className="text-muted">{t('talk.nobody')}</p>}
      <ul className="border-t border-rule">
        {talk.people.map((person, index) => (
          <Person key={person.speaker.id} talk={talk} person={person} place={index + 1} last={last} within={within} />
        ))}
      </ul>
      <Disclosure summary={t('person.add')} open={last === 0}>
        <PersonForm talk={talk} within={within} />
      </Disclosure>
    </div>
  )
}

type PersonProps = {
  talk: ProgramTalk
  person: ProgramTalk['people'][number]
  place: number
  last: number
  within: RowContext
}

async function Person({ talk, person, place, last, within }: PersonProps) {
  const t = await getTranslations('program')
  const { speaker, role, answer } = person
  const { name } = speaker
  const hidden = { event: within.event, talk: talk.id, speaker: speaker.id }
  const row = {
    ...hidden,
    role,
    position: place,
    confirmedAt: person.confirmedAt?.toISOString() ?? '',
    declinedAt: person.declinedAt?.toISOString() ?? '',
  }
  return (
    <li className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-b border-rule py-3">
      <div className="min-w-0 basis-40">
        <p className="font-medium">{name}</p>
        <State tone={toneOf[answer]}>{t(`answers.${answer}`)}</State>
      </div>
      <ActionForm
        action={changeRole}
        hidden={{ ...hidden, version: markOf({ role }) }}
        submit={t('person.change')}
        look="quiet"
        className="min-w-0 flex-row flex-wrap items-end gap-1"
      >
        <Choice
          name="role"
          label={t('person.role')}
          options={stageRoles.map((option) => [option, t(`roles.${option}`)] as const)}
          defaultValue={role}
          required
        />
      </ActionForm>
      <div className="flex flex-wrap items-center gap-1">
        <ActionButton
          action={answer === 'open' ? confirmPerson : reopenPerson}
          hidden={hidden}
          label={t(answer === 'open' ? 'person.confirmOf' : 'person.reopenOf', { name })}
        >
          {t(answer === 'open' ? 'person.confirm' : 'person.reopen')}
        </ActionButton>
        <ActionButton
          action={movePerson}
          hidden={{ ...hidden, to: place - 1 }}
          label={t('person.up', { name })}
          disabled={place === 1}
        >
          <ChevronUp aria-hidden="true" className="size-5" />
        </ActionButton>
        <ActionButton
          action={movePerson}
          hidden={{ ...hidden, to: place + 1 }}
          label={t('person.down', { name })}
          disabled={place === last}
        >
          <ChevronDown aria-hidden="true" className="size-5" />
        </ActionButton>
        <ActionButton action={removePerson} undo={restorePerson} hidden={row} label={t('person.removeOf', { name })}>
          {t('person.remove')}
        </ActionButton>
      </div>
    </li>
  )
}
