import 'server-only'
import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { askModel, configuredModel, type Endpoint } from '@/lib/jobs/model'
import type { SponsorDesk } from '@/lib/people/holder'
import type { GiftDraft } from '../rules/chat'
import { draftsFrom, questionOf } from '../rules/chat-model'
import { publicStatuses } from '../rules/ledger'

/** The model that may read a message pasted at a desk, when the operator allows it; else null. */
export const deskModel = (): Endpoint | null => (config().DESK_AI === 'on' ? configuredModel() : null)

/**
 * The same for this desk: none for whoever only offered something by themselves. Anybody gets such a desk, as many as
 * they like, and a model may cost its operator money.
 */
export const deskModelFor = async (desk: SponsorDesk): Promise<Endpoint | null> =>
  deskModel() && (await isKnownDesk(desk)) ? deskModel() : null

/** Do organisers know whose desk this is: by their own doing, or by their word to what was offered? */
export async function isKnownDesk(desk: SponsorDesk): Promise<boolean> {
  const confirmed = { some: { removedAt: null, status: { in: [...publicStatuses] } } }
  const known = { removedAt: null, OR: [{ offeredAt: null }, { gifts: confirmed }] }
  return (
    (await database().sponsorContact.count({ where: { ...desk.withinSeries, id: desk.subjectId, sponsor: known } })) > 0
  )
}

/** The gifts that a model finds in a message; null when it gives no answer of use. It gets the message and nothing else. */
export const draftsByModel = (_desk: SponsorDesk, model: Endpoint, message: string): Promise<GiftDraft[] | null> =>
  askModel(model, questionOf(message), (answer) => draftsFrom(answer, message))
