import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Choice, TextField, Tick } from '@/components/form/fields'
import type { ProgramTalk } from '@/lib/program/queries/program'
import { usualRole } from '@/lib/program/rules'
import { stageRoles } from '@/lib/program/schema'
import { addPerson } from './actions'
import type { RowContext } from './context'

/** One more person on stage: somebody the series knows, or, while "somebody new" is chosen, three fields for them. */
export async function PersonForm({ talk, within }: { talk: ProgramTalk; within: RowContext }) {
  const t = await getTranslations('program')
  const here = new Set(talk.people.map(({ speaker }) => speaker.id))
  const others = within.known.filter(({ id }) => !here.has(id))
  const known = others.map(({ id, name, organisation }) => {
    return [id, organisation ? `${name} · ${organisation}` : name] as const
  })
  return (
    <ActionForm
      action={addPerson}
      hidden={{ event: within.event, talk: talk.id }}
      submit={t('person.submit')}
      look="line"
      again
      className="gap-4 [&:not(:has(option[value='']:checked))_.somebody-new]:hidden"
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice
          name="speaker"
          label={t('person.who')}
          options={[['', t('person.new')], ...known]}
          defaultValue=""
          required
        />
        <Choice
          name="role"
          label={t('person.role')}
          options={stageRoles.map((role) => [role, t(`roles.${role}`)] as const)}
          defaultValue={usualRole(talk.kind)}
          required
        />
      </div>
      <div className="somebody-new grid gap-3 sm:grid-cols-3">
        <TextField name="name" label={t('person.name')} maxLength={40} autoComplete="off" required />
        <TextField name="organisation" label={t('person.organisation')} maxLength={80} autoComplete="off" />
        <TextField name="position" label={t('person.position')} maxLength={120} autoComplete="off" />
      </div>
      <Tick name="confirmed" label={t('person.confirmed')} />
    </ActionForm>
  )
}
