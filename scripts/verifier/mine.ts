import { type KeptHere, readKept } from '../../components/draw/kept'
import { type Entry, entryId } from '../../lib/draws/rules/entry'
import { type Person, personIn, type Standing } from '../../lib/draws/rules/verify/person'
import { ask, code, facts, fill, h } from './dom'
import type { Checked, Words } from './screen'

/** Was I in? From the entry that a ticket kept on this phone, or from what somebody types. */
export function mineDepth(checked: Checked): HTMLElement {
  const { bundle, t } = checked
  const own = ownId(readKept(bundle.log))
  return h(
    'section',
    {},
    h('h3', {}, t.mine),
    ...(own ? told(checked, own) : []),
    h('p', {}, t.mineLead),
    ask(t.mineLabel, t.mineSubmit, (typed) => lookUp(checked, typed)),
  )
}

/** The public id of the entry that is kept on this phone, or null. */
export function ownId({ entry }: KeptHere): string | null {
  return entry ? idOrNull(entry) : null
}

function lookUp(checked: Checked, typed: string): Node[] {
  const { bundle, t } = checked
  if (/^#?\d{1,6}$/.test(typed)) {
    const n = Number(typed.replace('#', ''))
    const claim = bundle.log.map(({ rec }) => rec).find((rec) => rec.type === 'claim' && rec.open.n === n)
    return claim?.type === 'claim' ? told(checked, claim.entry) : [h('p', {}, t.unknownNumber)]
  }
  const id = /^[0-9a-f]{64}$/.test(typed) ? typed : idOrNull(parsed(typed))
  return id ? told(checked, id) : [h('p', {}, t.unreadable)]
}

function told({ session, t }: Checked, id: string): Node[] {
  const person = personIn(session, id)
  if (!person) return [h('p', { class: 'hat-verdict', 'data-good': '0' }, `✗ ${t.notIn}`)]
  return [
    verdictOf(person, t),
    facts([[t.id, code(id)]]),
    h(
      'ol',
      { class: 'hat-list' },
      ...person.standings.map((standing) => standingItem(standing, { t, over: session.closed })),
    ),
  ]
}

function verdictOf({ proved, index, size, path }: Person, t: Words): HTMLElement {
  const sentence = proved ? fill(t.in, { line: index + 1, size, hashes: path.length }) : t.notProved
  return h('p', { class: 'hat-verdict', 'data-good': proved ? '1' : '0' }, `${proved ? '✓' : '✗'} ${sentence}`)
}

function standingItem({ prize, rank, of, key, status, out }: Standing, at: { t: Words; over: boolean }): HTMLElement {
  const { t } = at
  // Of a session that is over nobody is waited for: the seats of a ballot need no claim.
  const stands = at.over && status === 'called' ? 'drawn' : status
  const why = out === null ? '' : ` (${(t.why as Record<string, string>)[out] ?? out})`
  return h(
    'li',
    {},
    h('strong', {}, prize),
    h('p', {}, `${fill(t.rank, { rank, of })} · ${t.status[stands]}${status === 'out' ? why : ''}`),
    h('p', { class: 'hat-small' }, `${t.key} `, code(key)),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function idOrNull(entry: unknown): string | null {
  try {
    return entryId(entry as Entry)
  } catch {
    return null
  }
}
