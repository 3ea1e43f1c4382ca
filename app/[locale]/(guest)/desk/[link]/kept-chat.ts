import 'server-only'
import { draftsIn, type GiftDraft } from '@/lib/sponsors/rules/chat'
import { draftsKept } from '@/lib/sponsors/rules/chat-model'
import { keepTyped, typedBefore } from '@/lib/web/typed'

/** Who read a message: the configured model, this site because the model was silent, or this site. */
type Reader = 'model' | 'silent' | 'here'
type Read = { by: 'model'; found: GiftDraft[] } | { by: 'silent' | 'here'; chat: string }

/** Keeps a message, or what a model found in it, in a sealed cookie of this browser: no address and no log sees it. */
export function keepChat(read: Read): Promise<string> {
  const text = 'found' in read ? JSON.stringify(read.found) : read.chat
  // In pieces as long as the cookie keeps.
  const pieces = (text.match(/[\s\S]{1,190}/g) ?? []).map((piece, index) => [String(index), piece])
  return keepTyped({
    values: { ...Object.fromEntries(pieces), by: read.by },
    problems: {},
    refused: null,
    requestKey: null,
  })
}

/** The drafts of a message that was kept; null once its ten minutes are over. */
export async function keptDrafts(ticket: string): Promise<{ by: Reader; read: GiftDraft[] } | null> {
  const kept = await typedBefore(ticket)
  if (!kept) return null
  const { by, ...pieces } = kept.values
  const text = Object.values(pieces).join('')
  return by === 'model' ? { by, read: draftsKept(text) } : { by: by === 'silent' ? by : 'here', read: draftsIn(text) }
}
