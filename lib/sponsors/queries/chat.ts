import 'server-only'
import { config } from '@/lib/config'
import { askModel, configuredModel, type Endpoint } from '@/lib/jobs/model'
import type { SponsorDesk } from '@/lib/people/holder'
import type { GiftDraft } from '../rules/chat'
import { draftsFrom, questionOf } from '../rules/chat-model'

/** The model that may read a message pasted at a desk, when the operator allows it; else null. */
export const deskModel = (): Endpoint | null => (config().DESK_AI === 'on' ? configuredModel() : null)

/** The gifts that a model finds in a message; null when it gives no answer of use. It gets the message and nothing else. */
export const draftsByModel = (_desk: SponsorDesk, model: Endpoint, message: string): Promise<GiftDraft[] | null> =>
  askModel(model, questionOf(message), (answer) => draftsFrom(answer, message))
