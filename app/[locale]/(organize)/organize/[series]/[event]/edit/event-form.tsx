import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Choice, TextArea, TextField, Tick } from '@/components/form/fields'
import type { OrganizedEvent } from '@/lib/events/queries'
import { statusOf, whenOf } from '@/lib/events/rules'
import type { EventScope } from '@/lib/people/scope'
import { countHearers } from '@/lib/registration/queries/announcement'
import { pigmentNames } from '@/lib/values/pigments'
import { wallTimeOf } from '@/lib/values/time'
import { save } from './actions'
import { WhenFields } from './when-fields'

type Props = { scope: EventScope<'event.edit'>; event: OrganizedEvent; locale: string }

/** The facts of a stop, in the order people ask for them. */
export async function EventForm({ scope, event, locale }: Props) {
  const t = await getTranslations('events.form')
  return (
    <ActionForm action={save} hidden={{ event: scope.eventId, version: event.version }} submit={t('save')}>
      <div className="grid grid-cols-2 gap-4">
        <TextField name="city" label={t('city')} required maxLength={40} defaultValue={event.city} />
        <TextField name="cityEn" label={t('cityEn')} required maxLength={60} defaultValue={event.cityEn} />
      </div>
      <WhenFields when={whenOf(event)} locale={locale} />
      {statusOf(event, new Date()) === 'published' && <HearOfIt scope={scope} />}
      <TextField
        name="capacity"
        label={t('capacity')}
        required
        inputMode="numeric"
        defaultValue={String(event.capacity)}
      />
      <TextField
        name="registrationEnds"
        type="datetime-local"
        label={t('registrationEnds')}
        hint={t('registrationEndsHint')}
        defaultValue={event.registrationEndsAt ? wallTimeOf(event.registrationEndsAt, event.timeZone) : ''}
      />
      <Tick name="approvalRequired" label={t('approvalRequired')} defaultChecked={event.approvalRequired} />
      <Telling event={event} />
      <Naming event={event} />
    </ActionForm>
  )
}

/** Who is written to when the date or a time changes: nobody should find out afterwards. */
async function HearOfIt({ scope }: Pick<Props, 'scope'>) {
  const t = await getTranslations('events.form')
  const { mail, hand } = await countHearers(scope)
  if (mail + hand === 0) return null
  return <p className="border-l-4 border-pigment pl-3 text-sm">{t('hear', { total: mail + hand })}</p>
}

async function Telling({ event }: { event: OrganizedEvent }) {
  const t = await getTranslations('events.form')
  return (
    <>
      <TextField name="title" label={t('title')} hint={t('titleHint')} maxLength={120} defaultValue={event.title} />
      <TextField name="titleEn" label={t('titleEn')} maxLength={160} defaultValue={event.titleEn ?? ''} />
      <TextArea name="summary" label={t('summary')} hint={t('summaryHint')} rows={6} defaultValue={event.summary} />
      <TextArea name="summaryEn" label={t('summaryEn')} rows={6} defaultValue={event.summaryEn ?? ''} />
    </>
  )
}

async function Naming({ event }: { event: OrganizedEvent }) {
  const t = await getTranslations('events')
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <TextField
          name="number"
          label={t('form.number')}
          required
          inputMode="numeric"
          defaultValue={String(event.number)}
        />
        <Choice
          name="pigment"
          label={t('form.pigment')}
          hint={t('form.pigmentHint')}
          required
          defaultValue={event.pigment}
          options={pigmentNames.map((pigment) => [pigment, t(`pigments.${pigment}`)] as const)}
        />
      </div>
      <TextField
        name="slug"
        label={t('form.slug')}
        hint={t('form.slugHint')}
        required
        maxLength={60}
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={event.slug}
      />
    </>
  )
}
