import 'server-only'
import type { Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import type { Named } from '../rules'

/**
 * A step: makes a speaker of the series and answers the id. Refuses `program.speaker-known` (field `name`) when somebody
 * of that name and organisation is there already, who then is to be chosen instead.
 */
export async function makeSpeaker(
  tx: Transaction,
  scope: EventScope<'program.edit'>,
  person: Named & Partial<Printed>,
): Promise<string> {
  const { name, organisation } = person
  const known = await tx.speaker.findFirst({
    where: { ...scope.withinSeries, removedAt: null, name, organisation },
    select: { id: true },
  })
  if (known) refuse('program.speaker-known', { field: 'name', values: { name } })
  const made = await tx.speaker.create({ data: { ...scope.withinSeries, ...person }, select: { id: true } })
  return made.id
}

type Printed = {
  organisationEn: string | null
  positionEn: string | null
  bio: string
  bioEn: string | null
  link: string
  email: string | null
  phone: string | null
  photoId: string | null
}
