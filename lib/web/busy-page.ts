import 'server-only'
import { createHash } from 'node:crypto'
import { type Locale, languageTag, words } from '@/lib/words/load'
import type { Sent } from './form'

// Counts down, then sends the same form again; a press on the button does it at once, and without a script only that.
const script = `(()=>{const f=document.forms[0],o=document.querySelector('output'),w=o.dataset.words;let n=Number(o.dataset.seconds),sent=false;const go=()=>{if(!sent){sent=true;f.submit()}};f.addEventListener('submit',e=>{if(sent)e.preventDefault();sent=true});const tick=()=>{o.textContent=w.replace('{seconds}',n);if(n--<=0)go();else setTimeout(tick,1000)};tick()})()`

const style = `:root{--paper:#f6f2e9;--ink:#17211e;--muted:#5b6561;--line:#c2361f;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#10171a;--ink:#f6f2e9;--muted:#9ba8a4;--line:#ff8a70}}
*{box-sizing:border-box}body{margin:0;min-height:100dvh;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;padding:2rem 1rem}
main{max-width:34rem;margin:12vh auto 0;border-left:4px solid var(--line);padding:0 0 1rem 1.5rem;position:relative}
main:before{content:"";position:absolute;left:-11px;top:.7rem;width:18px;height:18px;border:4px solid var(--ink);border-radius:50%;background:var(--paper)}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}p{margin:0 0 1rem}output{display:block;color:var(--muted);margin:0 0 1rem;font-variant-numeric:tabular-nums}
button{font:inherit;font-weight:700;min-height:3rem;width:100%;border:0;border-radius:.375rem;background:var(--ink);color:var(--paper);cursor:pointer}`

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

/**
 * What somebody sees while too many register at once: that nothing was stored yet, that everything typed is kept, and
 * that the form goes again by itself in so many seconds, with the same key. Holds what was typed, so it is for no cache.
 */
export function busyPage(locale: Locale, sent: Sent, seconds: number): { html: string; policy: string } {
  const t = words(locale, 'registration')
  const fields = [...new Set(sent.keys())].flatMap((name) =>
    sent
      .getAll(name)
      .flatMap((value) =>
        typeof value === 'string' ? [`<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`] : [],
      ),
  )
  const html = `<!doctype html>
<html lang="${languageTag[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t('busy.title'))}</title><style>${style}</style></head>
<body><main><h1>${escaped(t('busy.title'))}</h1><p>${escaped(t('busy.lead'))}</p>
<form method="post" action="/api/registrations">${fields.join('')}
<output data-seconds="${seconds}" data-words="${escaped(t.raw('busy.count'))}"></output>
<button type="submit">${escaped(t('busy.now'))}</button></form></main>
<script>${script}</script></body></html>`
  return { html, policy }
}
