import { type Hashed, hashedLines, shellScript } from '../../lib/draws/rules/verify/shell'
import { code, h } from './dom'
import type { Checked } from './screen'

const groups = ['records', 'entries', 'links', 'seeds', 'tree'] as const
const groupOf = ({ what }: Hashed): (typeof groups)[number] => {
  if (/^(leaf|node) /.test(what)) return 'tree'
  if (/^link /.test(what)) return 'links'
  if (/^entry /.test(what)) return 'entries'
  return /^(seed|key)/.test(what) ? 'seeds' : 'records'
}

/** Do it yourself: every hashed string beside the line that hashes it, made when somebody opens its group. */
export function selfDepth({ bundle, session, t }: Checked): HTMLElement {
  let known: Hashed[] | undefined
  const lines = () => {
    known ??= hashedLines(bundle, session)
    return known
  }
  const download = h('button', { type: 'button' }, t.download)
  download.addEventListener('click', () => save(shellScript(lines())))
  return h(
    'section',
    {},
    h('h3', {}, t.self),
    h('p', {}, t.selfLead),
    ...groups.map((group) => {
      const details = h('details', {}, h('summary', {}, t.groups[group]))
      const fillIn = () =>
        details.append(
          ...lines()
            .filter((line) => groupOf(line) === group)
            .map(lineItem),
        )
      details.addEventListener('toggle', fillIn, { once: true })
      return details
    }),
    download,
  )
}

const lineItem = ({ what, at, hash, line }: Hashed): HTMLElement =>
  h(
    'div',
    { class: 'hat-line' },
    h('p', {}, h('strong', {}, at === null ? what : `${at} ${what}`), ' ', code(hash)),
    h('pre', { tabindex: '0' }, line),
  )

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/x-shellscript' }))
  h('a', { href: address, download: 'hashes.sh' }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
