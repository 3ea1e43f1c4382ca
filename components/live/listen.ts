/** What a page hears: of what there is news, and how whoever holds this ticket stands now, when just that changed. */
export type Heard = { topic: string; own: string | null }
type Ears = { news: (heard: Heard) => void; connected?: (now: boolean) => void }

const silentFor = 40_000
const askEvery = 3_000
const streamAgainAfter = 30_000
const restAfter = 5_000

/**
 * Hears of news at an address of /api/live: a stream where the way to the server holds one, else a small question every
 * three seconds. Comes back by itself after a break and then hears what it missed. A page that nobody looks at rests: a
 * browser holds six connections to a server at most, however many tabs there are. Answers how to stop.
 */
export function listen(address: string, ears: Ears): () => void {
  let stopped = false
  let source: EventSource | null = null
  let known: string | null = new URL(address, location.href).searchParams.get('since')
  const timers: Record<'asking' | 'watch' | 'rest', ReturnType<typeof setTimeout> | undefined> = {
    asking: undefined,
    watch: undefined,
    rest: undefined,
  }

  const heardAt = (mark: string, topic: string, own: string | null) => {
    const news = known !== null && mark !== known
    known = mark
    if (news) ears.news({ topic, own })
  }
  const watch = () => {
    clearTimeout(timers.watch)
    timers.watch = setTimeout(open, silentFor)
  }
  const alive = () => {
    ears.connected?.(true)
    watch()
  }
  const hangUp = () => {
    source?.close()
    source = null
    clearTimeout(timers.asking)
    clearTimeout(timers.watch)
  }
  const open = () => {
    hangUp()
    if (stopped) return
    source = new EventSource(withMark(address, known))
    watch()
    source.addEventListener('open', alive)
    source.addEventListener('beat', (event) => {
      alive()
      if (event.lastEventId) heardAt(event.lastEventId, 'any', null)
    })
    source.addEventListener('new', (event) => {
      alive()
      const [topic = 'any', yours, own = 'none'] = String(event.data).split(' ')
      heardAt(event.lastEventId, topic, yours === 'yours' ? own : null)
    })
    source.onerror = () => {
      ears.connected?.(false)
      if (source?.readyState !== EventSource.CLOSED) return
      hangUp()
      void ask(Date.now() + streamAgainAfter)
    }
  }
  const ask = async (until: number) => {
    const answer = await fetch(address, { cache: 'no-store', headers: { accept: 'text/plain' } }).catch(() => null)
    if (stopped || source) return
    ears.connected?.(answer?.ok ?? false)
    if (answer?.ok) heardAt(await answer.text(), 'any', null)
    timers.asking = setTimeout(() => (Date.now() < until ? void ask(until) : open()), askEvery)
  }
  const looked = () => {
    clearTimeout(timers.rest)
    if (document.hidden) timers.rest = setTimeout(hangUp, restAfter)
    else if (!source) open()
  }
  const anew = () => {
    if (!document.hidden) open()
  }
  document.addEventListener('visibilitychange', looked)
  // A server on this very machine, or on the venue's own network, answers without any "online": hence asked, not believed.
  addEventListener('online', anew)
  addEventListener('offline', anew)
  open()
  return () => {
    stopped = true
    document.removeEventListener('visibilitychange', looked)
    removeEventListener('online', anew)
    removeEventListener('offline', anew)
    clearTimeout(timers.rest)
    hangUp()
  }
}

function withMark(address: string, mark: string | null): string {
  const url = new URL(address, location.href)
  if (mark !== null) url.searchParams.set('since', mark)
  return url.href
}
