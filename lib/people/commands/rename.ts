import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { OwnNameInput } from '../schema'
import type { Viewer } from '../scope'

/** Changes what one is called wherever one's deeds are told: in invitations, asks, the log and among the members. */
export async function renameSelf(viewer: Viewer, { name }: OwnNameInput, once?: Repeatable): Promise<{ name: string }> {
  return change(
    viewer,
    {},
    async (tx, record) => {
      await tx.person.update({ where: { id: viewer.personId }, data: { name } })
      record('person.renamed', viewer.personId, { fields: ['name'] })
      return { name }
    },
    once,
  )
}
