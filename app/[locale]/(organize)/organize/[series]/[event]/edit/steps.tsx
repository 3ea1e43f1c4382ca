import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import type { OrganizedEvent } from '@/lib/events/queries'
import { statusOf, whenOf } from '@/lib/events/rules'
import type { EventScope } from '@/lib/people/scope'
import { statusTone } from '../../../stop-row'
import { publish } from '../actions'
import { cancel, postpone, reschedule, resume, takeDown } from './actions'
import { Hearers } from './hearers'
import { WhenFields } from './when-fields'

type Props = { scope: EventScope<'event.edit'>; event: OrganizedEvent; locale: string }
type Step = { scope: EventScope<'event.edit'> }

/** The steps in a stop's life that can be taken from where it stands; each says what it does before it does it. */
export async function Steps({ scope, event, locale }: Props) {
  const t = await getTranslations('events')
  const status = statusOf(event, new Date())
  if (status === 'draft') return <p className="text-muted">{t('steps.draft')}</p>
  const off = status === 'postponed' || status === 'cancelled'
  return (
    <>
      <p className="mb-3 flex flex-wrap items-center gap-x-4">
        <State tone={statusTone[status]}>{t(`status.${status}`)}</State>
        {event.changeReason && <span>{t('home.reason', { reason: event.changeReason })}</span>}
      </p>
      <div className="divide-y divide-rule border-y border-rule">
        {status === 'postponed' && <Reschedule scope={scope} event={event} locale={locale} />}
        {off && <Resume scope={scope} />}
        {status === 'published' && <WithReason scope={scope} step="postpone" />}
        {(status === 'published' || status === 'postponed') && <WithReason scope={scope} step="cancel" />}
        <TakeDown scope={scope} />
      </div>
    </>
  )
}

const actions = { postpone, cancel }

const changes = { postpone: 'postponed', cancel: 'cancelled' } as const

async function WithReason({ scope, step }: Step & { step: 'postpone' | 'cancel' }) {
  const t = await getTranslations('events.steps')
  return (
    <Disclosure summary={t(step)} name="steps" className="py-1">
      <p className="mb-4 text-sm text-muted">{t('lead')}</p>
      <ActionForm
        action={actions[step]}
        undo={resume}
        hidden={{ event: scope.eventId }}
        submit={t(`${step}Submit`)}
        look="bad"
      >
        <TextField name="reason" label={t('reason')} hint={t('reasonHint')} required maxLength={200} />
        <Hearers scope={scope} change={changes[step]} />
      </ActionForm>
    </Disclosure>
  )
}

async function Reschedule({ scope, event, locale }: Props) {
  const t = await getTranslations('events.steps')
  return (
    <Disclosure summary={t('reschedule')} name="steps" className="py-1" open>
      <ActionForm action={reschedule} hidden={{ event: scope.eventId }} submit={t('rescheduleSubmit')}>
        <WhenFields when={whenOf(event)} locale={locale} />
        <Hearers scope={scope} change="rescheduled" />
      </ActionForm>
    </Disclosure>
  )
}

async function Resume({ scope }: Step) {
  const t = await getTranslations('events.steps')
  return (
    <Disclosure summary={t('resume')} name="steps" className="py-1">
      <p className="mb-4 text-sm text-muted">{t('resumeLead')}</p>
      <ActionForm action={resume} hidden={{ event: scope.eventId }} submit={t('resume')} look="line">
        <Hearers scope={scope} change="resumed" />
      </ActionForm>
    </Disclosure>
  )
}

async function TakeDown({ scope }: Step) {
  const t = await getTranslations('events.steps')
  return (
    <Disclosure summary={t('unpublish')} name="steps" className="py-1">
      <p className="mb-4 text-sm text-muted">{t('unpublishLead')}</p>
      <ActionForm
        action={takeDown}
        undo={publish}
        hidden={{ event: scope.eventId }}
        submit={t('unpublish')}
        look="bad"
      />
    </Disclosure>
  )
}
