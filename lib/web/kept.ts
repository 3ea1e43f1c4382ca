import 'server-only'

type Entry = { tags: string[]; made: number; ms: number; value: Promise<unknown> }
type Listener = (tags: string[]) => void
type Store = { entries: Map<string, Entry>; listeners: Set<Listener>; hearing: boolean }

// One for the whole process: the framework loads this file once for the pages and once more for what runs beside them.
const shared = globalThis as { nextStopKept?: Store }
const mostEntries = 2_000
// Where nobody tells what changed elsewhere, nothing is believed for longer.
const deafMs = 1_000

function store(): Store {
  shared.nextStopKept ??= { entries: new Map(), listeners: new Set(), hearing: false }
  return shared.nextStopKept
}

/**
 * What `load` answers, kept in memory for so many milliseconds or until one of the tags expires; many who ask at once
 * share one loading, a failed one is not kept. What was being loaded while a tag expired is not kept either: it may
 * have read what is no longer so. The oldest go when there are too many.
 */
export function keep<T>(
  name: string,
  { tags, ms }: { tags: string[]; ms: number },
  load: () => Promise<T>,
): Promise<T> {
  const { entries, hearing } = store()
  const known = entries.get(name)
  if (known && Date.now() - known.made < (hearing ? known.ms : Math.min(known.ms, deafMs))) {
    return known.value as Promise<T>
  }
  const value = load()
  const entry: Entry = { tags, made: Date.now(), ms, value }
  entries.delete(name)
  entries.set(name, entry)
  value.catch(() => {
    if (entries.get(name) === entry) entries.delete(name)
  })
  for (const oldest of entries.keys()) {
    if (entries.size <= mostEntries) break
    entries.delete(oldest)
  }
  return value
}

/** Forgets everything under these tags, and tells whoever keeps something made of it. */
export function expireKept(tags: string[]): void {
  const { entries, listeners } = store()
  for (const [name, entry] of entries) if (entry.tags.some((tag) => tags.includes(tag))) entries.delete(name)
  for (const tell of listeners) tell(tags)
}

/** Has `tell` called with the tags whenever some expire. */
export function onExpired(tell: Listener): void {
  store().listeners.add(tell)
}

/** Says whether changes made elsewhere are heard from now on; what was missed meanwhile is forgotten altogether. */
export function setHearing(now: boolean): void {
  const kept = store()
  kept.hearing = now
  if (now) expireKept([...new Set([...kept.entries.values()].flatMap(({ tags }) => tags))])
}
