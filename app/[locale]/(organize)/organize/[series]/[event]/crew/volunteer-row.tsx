import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import { ChevronDown, ChevronUp } from '@/components/ui/icons'
import type { ListedVolunteer } from '@/lib/volunteers/queries'
import { toneOf } from '../answer-tone'
import { OwnLink } from '../own-link'
import { makeCrewLink, moveVolunteer, revokeCrewLinks } from './actions'
import { VolunteerForm } from './volunteer-form'

type Props = { person: ListedVolunteer; place: number; within: { event: string; count: number } }

/** One of the crew: role and shift, answer, order, and behind "edit" the rest. */
export async function VolunteerRow({ person, place, within }: Props) {
  const t = await getTranslations('volunteers')
  const { event, count } = within
  const { id, name } = person
  const work = [person.role || t('noRole'), person.shift].filter((part) => part !== '').join(' · ')
  const contact = [person.email, person.phone].filter(Boolean).join(' · ')
  return (
    <li className="flex flex-wrap items-start gap-x-3 border-b border-rule py-2">
      <span aria-hidden="true" className="tabular w-6 shrink-0 pt-2 text-right text-muted">
        {place}
      </span>
      <div className="min-w-0 flex-1 basis-32 py-1.5">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-lg font-bold break-words">{name}</span>
          {person.leads && <span className="text-sm font-medium text-pigment">{t('leads')}</span>}
          <State tone={toneOf[person.answer]}>{t(`answers.${person.answer}`)}</State>
        </p>
        <p className={person.role ? 'break-words' : 'text-muted'}>{work}</p>
        {contact && <p className="text-sm break-words text-muted">{contact}</p>}
      </div>
      <div className="ml-auto flex shrink-0 flex-wrap items-center justify-end has-[details[open]]:shrink has-[details[open]]:basis-full">
        <ActionButton
          action={moveVolunteer}
          hidden={{ event, id, to: place - 1 }}
          label={t('person.up', { name })}
          disabled={place === 1}
        >
          <ChevronUp aria-hidden="true" className="size-5" />
        </ActionButton>
        <ActionButton
          action={moveVolunteer}
          hidden={{ event, id, to: place + 1 }}
          label={t('person.down', { name })}
          disabled={place === count}
        >
          <ChevronDown aria-hidden="true" className="size-5" />
        </ActionButton>
        <Disclosure
          summary={t('person.edit')}
          label={t('person.editOf', { name })}
          className="open:basis-full open:border-l-4 open:border-rule open:pl-4"
        >
          <VolunteerForm person={person} event={event} />
          <div className="mt-6 border-t border-rule pt-4">
            <OwnLink of="volunteers" person={person} event={event} make={makeCrewLink} revoke={revokeCrewLinks} />
          </div>
        </Disclosure>
      </div>
    </li>
  )
}
