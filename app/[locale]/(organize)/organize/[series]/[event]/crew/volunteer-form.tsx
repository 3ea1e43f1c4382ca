import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { TextField, Tick } from '@/components/form/fields'
import type { ListedVolunteer } from '@/lib/volunteers/queries'
import { confirmVolunteer, editVolunteer, removeVolunteer, reopenVolunteer, restoreVolunteer } from './actions'

/** What one of the crew does and how to reach them; confirming for them; the way off the crew. */
export async function VolunteerForm({ person, event }: { person: ListedVolunteer; event: string }) {
  const t = await getTranslations('volunteers.person')
  const { id, name, answer } = person
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2">
        <ActionButton
          action={answer === 'open' ? confirmVolunteer : reopenVolunteer}
          hidden={{ event, id }}
          look="line"
          label={t(answer === 'open' ? 'confirmOf' : 'reopenOf', { name })}
        >
          {t(answer === 'open' ? 'confirm' : 'reopen')}
        </ActionButton>
        <ActionButton
          action={removeVolunteer}
          undo={restoreVolunteer}
          hidden={{ event, id }}
          look="bad"
          label={t('removeOf', { name })}
        >
          {t('remove')}
        </ActionButton>
      </div>
      <ActionForm
        action={editVolunteer}
        hidden={{ event, id, version: person.version }}
        submit={t('save')}
        className="gap-4"
      >
        <TextField name="name" label={t('name')} defaultValue={name} maxLength={40} required />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="role" label={t('role')} hint={t('roleHint')} defaultValue={person.role} maxLength={60} />
          <TextField name="shift" label={t('shift')} hint={t('shiftHint')} defaultValue={person.shift} maxLength={60} />
          <TextField
            name="email"
            label={t('email')}
            hint={t('private')}
            defaultValue={person.email ?? ''}
            type="email"
            inputMode="email"
            autoComplete="off"
          />
          <TextField
            name="phone"
            label={t('phone')}
            defaultValue={person.phone ?? ''}
            type="tel"
            inputMode="tel"
            autoComplete="off"
          />
        </div>
        <Tick name="leads" label={t('leads')} defaultChecked={person.leads} />
      </ActionForm>
    </>
  )
}
