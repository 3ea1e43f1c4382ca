import { getTranslations } from 'next-intl/server'
import { Fact, Facts } from '@/components/ui/facts'
import { roleOrder } from '@/lib/people/roles'
import { seesContacts } from '@/lib/people/rules'

/** What each role may do, and whether it sees how to reach attendees. */
export async function RoleTable() {
  const t = await getTranslations('people')
  return (
    <Facts>
      {roleOrder.map((role) => (
        <Fact key={role} label={t(`roles.${role}.name`)}>
          <p className="font-normal">{t(`roles.${role}.may`)}</p>
          <p className="text-sm font-normal text-muted">{t(seesContacts(role) ? 'sees' : 'seesNot')}</p>
        </Fact>
      ))}
    </Facts>
  )
}
