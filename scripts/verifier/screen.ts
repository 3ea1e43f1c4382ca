import { keepSeen, readKept } from '../../components/draw/kept'
import { readableCode } from '../../lib/draws/rules/code'
import type { Bundle } from '../../lib/draws/rules/record'
import { checkBundle } from '../../lib/draws/rules/verify/bundle'
import type { Session } from '../../lib/draws/rules/verify/state'
import { voidedIn } from '../../lib/draws/rules/verify/voided'
import type words from '../../lib/words/en/verify.json'
import { code, facts, fill, h } from './dom'
import { mineDepth, ownId } from './mine'
import { phoneDepth } from './phone'
import inChinese from './reasons.zh.json'
import { selfDepth } from './self'

export type Words = typeof words
/** What all four depths show: a bundle, what was found in it, and the words. */
export type Checked = { bundle: Bundle; session: Session; t: Words }

/**
 * Checks a bundle in this browser and shows it in four depths: at a glance, was I in, what my phone saw, do it
 * yourself. With `keep`, remembers the records it saw for the next time.
 */
export function show(root: HTMLElement, bundle: unknown, t: Words, keep: { keep: boolean }): void {
  const { verdict, session } = checkBundle(bundle)
  if (!verdict.follows || !session) {
    root.replaceChildren(refused(verdict, bundle as Bundle, t))
    return
  }
  const checked = { bundle: bundle as Bundle, session, t }
  const parts = [glance(checked, verdict), mineDepth(checked), phoneDepth(checked), selfDepth(checked)]
  root.replaceChildren(...parts)
  if (keep.keep) keepSeen(checked.bundle.log)
}

type Verdict = ReturnType<typeof checkBundle>['verdict']

function refused(verdict: Verdict, bundle: Bundle, t: Words): HTMLElement {
  const { at, reason } = verdict.follows ? { at: null, reason: '' } : verdict
  const type = at === null ? undefined : bundle.log[at]?.rec?.type
  const where = at === null ? '' : fill(t.at, { at, type: (type && t.type[type]) ?? '?' })
  return h('p', { class: 'hat-verdict', 'data-good': '0' }, `✗ ${t.bad} · ${where}`, because(reason))
}

/** Why it does not follow, in the page's language; a sentence without a translation stays as the code says it. */
function because(reason: string): HTMLElement {
  const [, id, about] = /^(d\d+) (.*)$/.exec(reason) ?? ['', '', reason]
  const said = (inChinese as Record<string, string>)[about ?? '']
  if (!said || !document.documentElement.lang.startsWith('zh')) return h('span', { lang: 'en' }, `${reason}.`)
  return h('span', {}, `${id ? `${id} ` : ''}${said}。`)
}

function glance({ bundle, session, t }: Checked, verdict: Verdict & { follows: true }): HTMLElement {
  const lock = session.lock?.hash
  return h(
    'section',
    {},
    h('h3', {}, t.glance),
    h('p', { class: 'hat-verdict', 'data-good': '1' }, `✓ ${t.good}`),
    bundle.plan.event.startsWith('REHEARSAL ') ? h('p', { class: 'hat-practice' }, t.practice) : null,
    facts([
      [t.people, fill(t.peopleCount, { count: verdict.people })],
      [t.claims, fill(t.claimsCount, { count: verdict.claims })],
      ...(lock ? [[t.code, code(readableCode(lock))] as [string, Node]] : []),
      [t.head, code(readableCode(verdict.head))],
    ]),
    h('ol', { class: 'hat-list' }, ...drawItems({ bundle, session, t })),
  )
}

/** Every draw with its winners, and every void with what it would have been, in the order of the log. */
function drawItems({ bundle, session, t }: Checked): HTMLElement[] {
  const mine = ownId(readKept(bundle.log))
  const drawn = [...session.results.values()].map((result) => {
    const winners = [...result.claims].sort(([, a], [, b]) => a - b).map(([id]) => openedAs(bundle, id, t))
    const line = winners.length > 0 ? winners.join(' · ') : session.closed ? '' : t.none
    const passed = result.absent.size > 0 ? ` · ${fill(t.passed, { count: result.absent.size })}` : ''
    return h('li', {}, h('strong', {}, `${result.draw.prize} × ${result.draw.units}`), h('p', {}, line + passed))
  })
  const voids = voidedIn(session, bundle).map(({ prize, reason, would }) => {
    const ids = would?.map((id) => id.slice(0, 8)).join(' ')
    const told = ids === undefined ? t.wouldNone : fill(t.would, { ids })
    const you = mine && would?.includes(mine) ? t.wouldYou : ''
    return h('li', {}, h('strong', {}, prize), h('p', {}, fill(t.voided, { reason })), h('p', {}, told + you))
  })
  return [...drawn, ...voids]
}

function openedAs({ log }: Bundle, id: string, t: Words): string {
  for (const { rec } of log)
    if (rec.type === 'claim' && rec.entry === id) return fill(t.winner, { label: rec.open.label, n: rec.open.n })
  return id.slice(0, 8)
}
