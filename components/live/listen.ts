/** What a page hears: of what there is news, and whether it is about whoever holds this ticket. */
export type Heard = { topic: string; yours: boolean }
type Ears = { news: (heard: Heard) => void; connected?: (now: boolean) => void }

const silentFor = 40_000
const askEvery = 3_000
const streamAgainAfter = 30_000

/**
 * Hears of news at an address of /api/live: a stream where the way to the server holds one, else a small question every
 * three seconds. Comes back by itself after a break and then hears what it missed. Answers how to stop.
 */
export function listen(address: string, ears: Ears): () => void {
  let stopped = false
  let source: EventSource | null = null
  let known: string | null = new URL(address, location.href).searchParams.get('since')
  let asking: ReturnType<typeof setTimeout> | undefined
  let watch: ReturnType<typeof setTimeout> | undefined

  const heardAt = (mark: string, topic: string, yours: boolean) => {
    const news = known !== null && mark !== known
    known = mark
    if (news) ears.news({ topic, yours })
  }
  const alive = () => {
    ears.connected?.(true)
    clearTimeout(watch)
    watch = setTimeout(again, silentFor)
  }
  const again = () => {
    source?.close()
    ears.connected?.(false)
    if (!stopped) open()
  }
  const open = () => {
    source = new EventSource(withMark(address, known))
    alive()
    source.addEventListener('beat', (event) => {
      alive()
      if (event.lastEventId) heardAt(event.lastEventId, 'any', false)
    })
    source.addEventListener('new', (event) => {
      alive()
      const [topic = 'any', yours] = String(event.data).split(' ')
      heardAt(event.lastEventId, topic, yours === 'yours')
    })
    source.onerror = () => {
      ears.connected?.(false)
      if (source?.readyState !== EventSource.CLOSED) return
      clearTimeout(watch)
      void ask(Date.now() + streamAgainAfter)
    }
  }
  const ask = async (until: number) => {
    if (stopped) return
    const answer = await fetch(address, { cache: 'no-store', headers: { accept: 'text/plain' } }).catch(() => null)
    ears.connected?.(answer?.ok ?? false)
    if (answer?.ok) heardAt(await answer.text(), 'any', false)
    if (stopped) return
    asking = setTimeout(() => (Date.now() < until ? void ask(until) : open()), askEvery)
  }
  open()
  return () => {
    stopped = true
    source?.close()
    clearTimeout(asking)
    clearTimeout(watch)
  }
}

function withMark(address: string, mark: string | null): string {
  const url = new URL(address, location.href)
  if (mark !== null) url.searchParams.set('since', mark)
  return url.href
}
