import { type Bundle, type DrawRecord, noHash, recordHash } from '@/lib/draws/rules/record'

/** Every field of every record changed by itself, with the hashes behind it made anew, and with only its own. */
export function* changesOf(bundle: Bundle): Generator<{ what: string; bundle: unknown }> {
  yield { what: 'a line of the list left out', bundle: { ...bundle, list: bundle.list.slice(1) } }
  yield { what: 'a field more', bundle: { ...bundle, more: 1 } }
  yield { what: 'another head', bundle: { ...bundle, head: noHash } }
  for (const [at, { rec }] of bundle.log.entries()) {
    // Without its last record a log is an earlier state of the same session: only the head tells.
    const shorter = bundle.log.filter((_, i) => i !== at)
    if (at < shorter.length) yield { what: `${rec.type} ${at} left out`, bundle: rehashed(bundle, shorter) }
    for (const field of Object.keys(rec).filter((name) => !['prev', 't', 'called', 'waited'].includes(name))) {
      const changed = { ...rec, [field]: different((rec as Record<string, unknown>)[field]) } as DrawRecord
      const log = bundle.log.map((line, i) => (i === at ? { ...line, rec: changed } : line))
      yield { what: `${rec.type} ${at}: ${field}, not re-hashed`, bundle: { ...bundle, log } }
      // The room's text and an arm's out-list are inputs: changing them and everything after is another session.
      yield { what: `${rec.type} ${at}: ${field}, re-hashed`, bundle: rehashed(bundle, log, false) }
    }
  }
}

function rehashed(bundle: Bundle, log: Bundle['log'], renumber = true): Bundle {
  let prev = noHash
  const next = log.map(({ rec }, i) => {
    const moved = { ...rec, prev, ...(renumber ? { i } : {}) } as DrawRecord
    const hash = hashOrOld(moved)
    prev = hash
    return { hash, rec: moved }
  })
  return { ...bundle, log: next, head: prev }
}

function hashOrOld(record: DrawRecord): string {
  try {
    return recordHash(record)
  } catch {
    return noHash
  }
}

function different(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string')
    return /^[0-9a-f]{32,}$/.test(value) ? value.replace(/^./, (c) => (c === '0' ? '1' : '0')) : `${value}x`
  if (Array.isArray(value)) return value.length ? value.slice(1) : ['x']
  return { ...(value as object), x: 1 }
}

/** One forgery with a purpose: what somebody would try, and the words that the refusal must hold. */
type Forgery = { what: string; bundle: unknown; because: RegExp }
type Of<T extends DrawRecord['type']> = Extract<DrawRecord, { type: T }>

/**
 * What somebody would really try on a finished evening, with every hash behind it made anew, so that only the meaning is
 * wrong. What an evening has no record for is left out; `friend` is somebody whom the first result does not name.
 */
export function forgeriesOf(bundle: Bundle): Forgery[] {
  const friend = friendIn(bundle)
  const edit = <T extends DrawRecord['type']>(
    type: T,
    what: string,
    because: RegExp,
    change: (rec: Of<T>) => object,
  ): Forgery[] => {
    const at = bundle.log.findIndex(({ rec }) => rec.type === type)
    const rec = bundle.log[at]?.rec as Of<T> | undefined
    if (!rec) return []
    const changed = { ...rec, ...change(rec) } as DrawRecord
    return [
      {
        what,
        because,
        bundle: followedBy(bundle, bundle.log.with(at, { hash: bundle.log[at]?.hash ?? '', rec: changed })),
      },
    ]
  }
  const move = (type: DrawRecord['type'], what: string, because: RegExp, times: 0 | 2): Forgery[] => {
    const at = bundle.log.findIndex(({ rec }) => rec.type === type)
    const line = bundle.log[at]
    if (!line) return []
    const log = [...bundle.log.slice(0, at), ...Array(times).fill(line), ...bundle.log.slice(at + 1)]
    return [{ what, because, bundle: followedBy(bundle, log) }]
  }
  /** One record more behind the first of its type. */
  const behind = <T extends DrawRecord['type']>(
    type: T,
    what: string,
    because: RegExp,
    more: (rec: Of<T>) => object,
  ): Forgery[] => {
    const at = bundle.log.findIndex(({ rec }) => rec.type === type)
    const line = bundle.log[at]
    if (!line) return []
    const rec = { t: line.rec.t, ...more(line.rec as Of<T>) } as DrawRecord
    const log = [...bundle.log.slice(0, at + 1), { hash: 'one more', rec }, ...bundle.log.slice(at + 1)]
    return [{ what, because, bundle: followedBy(bundle, log) }]
  }
  return [
    {
      what: 'a ghost on the list',
      bundle: { ...bundle, list: [...bundle.list, `${'f'.repeat(64)} 1`] },
      because: /length|root/,
    },
    { what: 'somebody left out', bundle: { ...bundle, list: bundle.list.slice(1) }, because: /length|root/ },
    ...edit('result', 'a friend drawn first', /names|ranking/, (r) => ({ first: [friend, ...r.first.slice(1)] })),
    ...edit('result', 'a link of another chain', /chain|tip/, () => ({ reveal: 'ab'.repeat(32) })),
    ...edit('result', 'another seed', /seed/, () => ({ seed: 'cd'.repeat(32) })),
    ...edit('room', 'fifteen dice', /small|fewer/, () => ({ text: 'd6:1 2 3 4 5 6 1 2 3 4 5 6 1 2 3' })),
    ...edit('arm', 'a later link', /order/, (r) => ({ link: (r.link ?? 0) + 1 })),
    ...edit('arm', 'one unit more', /units/, (r) => ({ draws: r.draws.map((d) => ({ ...d, units: d.units + 1 })) })),
    ...edit('arm', 'somebody out as a winner', /did not win|not won/, () => ({ out: [[friend, 'won_before']] })),
    ...edit('arm', 'the chain alone', /sources/, () => ({ sources: ['chain'] })),
    ...edit('claim', 'the prize to a friend', /did not win|not called/, () => ({ entry: friend })),
    ...edit('claim', 'an hour back', /back in time|older/, () => ({ t: '2020-01-01T00:00:00Z' })),
    ...edit('void', 'a void without a reason', /reason/, () => ({ reason: '' })),
    ...edit('void', 'a void that hides its link', /reveal/, () => ({ reveal: [] })),
    ...move('room', 'a second throw', /second throw|after the result/, 2),
    ...move('room', 'the throw left out', /throw/, 0),
    ...move('claim', 'a unit given twice', /twice|not called/, 2),
    ...move('void', 'the void left out', /second t/, 0),
    ...move('lock', 'a second lock', /locked once|second lock/, 2),
    ...edit('lock', 'no chain', /no chain/, () => ({ chain: undefined })),
    ...edit('arm', 'a prize nobody planned', /not in the plan/, (r) => ({
      draws: [{ id: 'd99', units: 1 }, ...r.draws],
    })),
    ...edit('arm', 'a prize twice at once', /twice at once|second try/, (r) => ({ draws: [...r.draws, ...r.draws] })),
    ...edit('arm', 'no link', /chain link|link and chain/, () => ({ link: undefined })),
    ...edit('arm', 'a beacon nobody planned', /beacon/, () => ({ beacon: { chain: noHash, round: 1 } })),
    ...edit('arm', 'somebody out twice', /out twice|everybody once/, () => ({
      out: [friend, friend].map((id) => [id, 'won_before']),
    })),
    ...edit('arm', 'a ghost out', /not in the list/, () => ({ out: [['f'.repeat(64), 'won_before']] })),
    ...edit('result', 'a signature without a beacon', /signature/, () => ({ signature: 'ab'.repeat(48) })),
    ...edit('result', 'no link shown', /link is missing|as the sources/, () => ({ reveal: undefined })),
    ...edit('claim', 'somebody else’s entry', /does not open|another one/, (r) => ({
      open: { ...r.open, label: '李*' },
    })),
    ...edit('absent', 'nobody called them', /without being called|nobody called/, () => ({ called: 0 })),
    ...behind('arm', 'the end while something is armed', /still to be drawn/, () => ({ type: 'close' })),
    ...behind('close', 'somebody drawn after the end', /after the close/, () => ({ type: 'close' })),
    ...behind('claim', 'a second unit', /claimed twice|not called/, ({ result, entry, unit, open }) => ({
      ...{ type: 'claim', result, entry, unit: unit + 1, open },
    })),
    ...behind('claim', 'passed over though here', /who had claimed|not called/, ({ result, entry }) => ({
      ...{ type: 'absent', result, entry, called: 1, waited: 30 },
    })),
  ]
}

function friendIn({ list, log }: Bundle): string {
  const first = log.find(({ rec }) => rec.type === 'result')?.rec
  const named = new Set(first?.type === 'result' ? first.first : [])
  return list.map((line) => line.slice(0, 64)).find((id) => !named.has(id)) ?? '0'.repeat(64)
}

/** The log with its places, its hashes and every mention of one made anew, as an organiser with all the code would. */
function followedBy(bundle: Bundle, log: Bundle['log']): Bundle {
  const renamed = new Map<string, string>()
  let prev = noHash
  const next = log.map(({ rec, hash: old }, i) => {
    const text = JSON.stringify(rec)
    const named = [...renamed].reduce((all, [from, to]) => all.replaceAll(from, to), text)
    const moved = { ...(JSON.parse(named) as DrawRecord), i, prev }
    const hash = hashOrOld(moved)
    if (!renamed.has(old)) renamed.set(old, hash)
    prev = hash
    return { hash, rec: moved }
  })
  return { ...bundle, log: next, head: prev }
}
