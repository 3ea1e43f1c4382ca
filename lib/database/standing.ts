import 'server-only'
import { refuse } from '@/lib/values/refusal'
import type { Transaction } from './client'

/** By what somebody may act, so that it can be asked again: any of these roles, or owning the instance. */
export type Standing = {
  readonly personId: string
  /** None where only an owner may. */
  readonly roles: readonly string[]
  readonly seriesId?: string
  readonly eventId?: string
}
export type Stands = { readonly linkId?: string; readonly standing?: Standing }

/**
 * A link may have ended, or a role been taken back, while its holder waited for the event: what it opened can be
 * somebody else's by now, and whoever was sent away does nothing more. Refuses `form.not-found`, as the doors do.
 */
export async function refuseEnded(tx: Transaction, who: Stands): Promise<void> {
  if (who.linkId && !(await isOpen(tx, who.linkId))) refuse('form.not-found')
  if (who.standing && !(await stands(tx, who.standing))) refuse('form.not-found')
}

const isOpen = async (tx: Transaction, id: string) =>
  (await tx.secretLink.count({ where: { id, revokedAt: null } })) > 0

async function stands(tx: Transaction, { personId, roles, seriesId, eventId }: Standing): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM people p WHERE p.id = ${personId}::uuid AND (p.owner_since IS NOT NULL OR EXISTS (
      SELECT 1 FROM memberships m
      WHERE m.person_id = p.id AND m.series_id = ${seriesId ?? null}::uuid AND m.revoked_at IS NULL
        AND (m.event_id IS NULL OR m.event_id = ${eventId ?? null}::uuid) AND m.role::text = ANY (${[...roles]})))`
  return found.length > 0
}
