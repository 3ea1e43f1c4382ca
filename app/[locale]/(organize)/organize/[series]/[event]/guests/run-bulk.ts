import { type BulkAct, bulkPortion } from '@/lib/registration/schema/guests'

/** Those ticked, or all that a list shows. */
export type Chosen = { ids: string[] } | { list: string }
export type Order = {
  eventId: string
  locale: string
  act: BulkAct
  notify: boolean
  count: number
  typed?: string
  reason?: string
}
/** `why` says what stopped it early: a refusal's words, or nothing but that it was stopped. */
export type Progress = { done: string[]; refused: { name: string; why: string }[]; why?: string; stopped?: boolean }
type Answer = { done: string[]; refused: Progress['refused']; next: string | null }

/** Asks for one portion after the other until all are through, somebody stops it, or the line breaks. */
export async function runBulk(
  order: Order,
  chosen: Chosen,
  seen: (progress: Progress) => void = () => {},
  signal?: AbortSignal,
): Promise<Progress> {
  const progress: Progress = { done: [], refused: [] }
  let next: string | null = ''
  const left = 'ids' in chosen ? [...chosen.ids] : []
  while (next !== null && !signal?.aborted) {
    const body = new URLSearchParams({ locale: order.locale, act: order.act, count: String(order.count) })
    body.set('reason', order.reason ?? '')
    if (order.notify) body.set('notify', 'on')
    if (order.typed) body.set('typed', order.typed)
    if ('list' in chosen) {
      body.set('list', chosen.list)
      body.set('from', next)
    } else for (const id of left.splice(0, bulkPortion)) body.append('ids', id)
    const answer = await ask(order.eventId, body)
    if ('why' in answer) return { ...progress, why: answer.why }
    progress.done.push(...answer.done)
    progress.refused.push(...answer.refused)
    next = 'list' in chosen ? answer.next : left.length ? '' : null
    seen({ ...progress, done: [...progress.done] })
  }
  return { ...progress, stopped: signal?.aborted }
}

async function ask(eventId: string, body: URLSearchParams): Promise<Answer | { why: string }> {
  try {
    const response = await fetch(`/api/guests/${eventId}/bulk`, { method: 'POST', body })
    const answer = (await response.json()) as Answer | { why?: string }
    if (response.ok) return answer as Answer
    return { why: ('why' in answer && answer.why) || 'broken' }
  } catch {
    return { why: 'broken' }
  }
}
