import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/fields'
import { Address } from '@/components/ui/address'
import { Disclosure } from '@/components/ui/disclosure'
import { Row, Rows } from '@/components/ui/facts'
import type { listPeople } from '@/lib/people/queries'
import { eventRoles } from '@/lib/people/roles'
import type { SeriesScope } from '@/lib/people/scope'
import { markOf } from '@/lib/values/mark'
import type { Locale } from '@/lib/words/load'
import { restore, revoke, setRole } from './actions'
import { placeText } from './place-text'

type People = Awaited<ReturnType<typeof listPeople>>
type Props = { scope: SeriesScope<'people.edit'>; people: People; locale: Locale }

/** Who holds which role, where; what cannot be done is said, not hidden. */
export async function Members({ scope, people, locale }: Props) {
  const t = await getTranslations('people')
  return (
    <>
      <Rows>
        {people.owners.map((owner) => (
          <Row key={owner.id}>
            <p className="font-medium">{owner.id === scope.actorId ? t('you', { name: owner.name }) : owner.name}</p>
            <p className="text-sm text-muted">
              {t('owner')} · {t('ownerNote')}
            </p>
          </Row>
        ))}
        {people.members.map((member) => (
          <Member key={member.id} scope={scope} member={member} locale={locale} />
        ))}
      </Rows>
      {people.members.length === 0 && <p className="py-4 text-muted">{t('noMembers')}</p>}
    </>
  )
}

type MemberProps = { scope: Props['scope']; member: People['members'][number]; locale: Locale }

async function Member({ scope, member, locale }: MemberProps) {
  const t = await getTranslations('people')
  const { person, role, event } = member
  const own = person.id === scope.actorId
  return (
    <Row
      actions={
        own ? undefined : (
          <ActionButton
            action={revoke}
            undo={restore}
            hidden={{ series: scope.seriesId, id: member.id }}
            label={t('revokeLabel', { name: person.name })}
          >
            {t('revoke')}
          </ActionButton>
        )
      }
    >
      <p className="font-medium">{own ? t('you', { name: person.name }) : person.name}</p>
      <p className="text-sm text-muted">
        {t(`roles.${role}.name`)} · {await placeText(event, locale)}
        {person.email && (
          <>
            {' · '}
            <Address>{person.email}</Address>
          </>
        )}
      </p>
      {event && !own && <ChangeRole scope={scope} member={member} />}
    </Row>
  )
}

async function ChangeRole({ scope, member }: Omit<MemberProps, 'locale'>) {
  const t = await getTranslations('people')
  return (
    <Disclosure summary={t('changeRole')} label={t('changeRoleLabel', { name: member.person.name })} className="-ml-2">
      <ActionForm
        action={setRole}
        hidden={{ series: scope.seriesId, id: member.id, version: markOf({ role: member.role }) }}
        submit={t('changeRole')}
        look="line"
        className="max-w-xs pl-2"
      >
        <Choice
          name="role"
          label={t('invite.role')}
          required
          defaultValue={member.role}
          options={eventRoles.map((role) => [role, t(`roles.${role}.name`)] as const)}
        />
      </ActionForm>
    </Disclosure>
  )
}
