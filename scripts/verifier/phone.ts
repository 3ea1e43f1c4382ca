import { firstChanged, readKept } from '../../components/draw/kept'
import { readableCode } from '../../lib/draws/rules/code'
import { ask, code, fill, h } from './dom'
import type { Checked } from './screen'

/** What my phone saw: the codes that this browser kept, and the one on a photo. */
export function phoneDepth({ bundle, t }: Checked): HTMLElement {
  const kept = readKept(bundle.log)
  const wrong = firstChanged(bundle.log, kept)
  const sentence = wrong
    ? fill(wrong.still === 'gone' ? t.phoneGone : t.phoneChanged, { at: wrong.i })
    : fill(t.phoneSame, { count: kept.seen.length })
  return h(
    'section',
    {},
    h('h3', {}, t.phone),
    h('p', {}, t.phoneLead),
    kept.seen.length === 0
      ? h('p', {}, t.phoneNone)
      : h('p', { class: 'hat-verdict', 'data-good': wrong ? '0' : '1' }, `${wrong ? '✗' : '✓'} ${sentence}`),
    ask(t.photoLabel, t.photoSubmit, (typed) => {
      const read = inAlphabet(typed)
      if (read.length < 32) return [h('p', {}, t.photoShort)]
      const at = bundle.log.findIndex(({ hash }) => inAlphabet(readableCode(hash)) === read || hash === typed)
      const rec = bundle.log[at]?.rec
      const good = rec ? fill(t.photoIs, { at, type: t.type[rec.type] }) : t.photoNot
      return [
        h('p', { class: 'hat-verdict', 'data-good': rec ? '1' : '0' }, `${rec ? '✓' : '✗'} ${good}`),
        rec ? code(readableCode(bundle.log[at]?.hash ?? '')) : null,
      ]
    }),
  )
}

/** As people read it off a photo: Crockford's alphabet has no O, I or L, so they are the digits they look like. */
const inAlphabet = (text: string): string =>
  text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '')
