import en from '../../lib/words/en/verify.json'
import zh from '../../lib/words/zh/verify.json'
import { h } from './dom'
import { show, type Words } from './screen'

/** The page that works from disk: choose a file, see the four depths, in either language. */
export { verifyBundle } from '../../lib/draws/rules/verify/bundle'

export function start(root: HTMLElement): void {
  let language: 'zh' | 'en' = navigator.language.startsWith('zh') ? 'zh' : 'en'
  let bundle: unknown
  const draw = () => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    const t: Words = language === 'zh' ? zh : en
    const other = h('button', { type: 'button', lang: language === 'zh' ? 'en' : 'zh-CN' }, t.language)
    other.addEventListener('click', () => {
      language = language === 'zh' ? 'en' : 'zh'
      draw()
    })
    const out = h('div', { 'aria-live': 'polite' })
    const file = h('input', { type: 'file', accept: '.json,application/json' }) as HTMLInputElement
    file.addEventListener('change', async () => {
      const [chosen] = file.files ?? []
      if (!chosen) return
      out.replaceChildren(h('p', {}, t.checking))
      // The browser paints the sentence before the work begins.
      await new Promise((done) => setTimeout(done, 50))
      bundle = parsed(await chosen.text())
      answer(out, bundle, t)
    })
    const lead = h('p', {}, t.offlineLead)
    root.replaceChildren(other, h('h1', {}, 'hat/1'), lead, h('label', { class: 'file' }, t.open, file), out)
    root.append(
      h('section', {}, h('h3', {}, t.cannot), ...[t.cannot1, t.cannot2, t.cannot3].map((one) => h('p', {}, one))),
    )
    if (bundle !== undefined) answer(out, bundle, t)
  }
  draw()
}

function answer(out: HTMLElement, bundle: unknown, t: Words): void {
  if (bundle === null) out.replaceChildren(h('p', { class: 'hat-verdict', 'data-good': '0' }, `✗ ${t.notJson}`))
  else show(out, bundle, t, { keep: false })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
