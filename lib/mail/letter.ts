import { type Locale, languageTag } from '@/lib/words/load'

/** A message ready to leave: text with its links in place, and the same as HTML. */
export type Letter = { subject: string; text: string; html: string }

/** The links of one message: to the thing itself, and to what its reader decides about mail. */
type LetterLinks = { link: string | null; notMe: string }

/** Puts the links where the text says `{link}` and `{notMe}`, and makes the HTML of it. */
export function letterOf(message: { subject: string; text: string; locale: string }, links: LetterLinks): Letter {
  const lang = languageTag[message.locale as Locale] ?? 'zh-CN'
  const paragraphs = message.text.split(/\n{2,}/).map((part) => paragraph(part, links))
  const title = escapeHtml(message.subject)
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${night}</style></head><body class="paper" style="${looks.paper}"><div class="card" style="${looks.card}"><p aria-hidden="true" style="${looks.line}">●━━━━━○━━</p><h1 style="${looks.title}">${title}</h1>${paragraphs.join('')}</div></body></html>`
  return { subject: message.subject, text: textOf(message.text, links), html }
}

/** The text as a person reads it, or copies it into a chat. */
export const textOf = (text: string, { link, notMe }: LetterLinks): string =>
  // A function, because `$&` in what is put in would mean something.
  text.replaceAll('{link}', () => link ?? '').replaceAll('{notMe}', () => notMe)

function paragraph(part: string, { link, notMe }: LetterLinks): string {
  const small = part.includes('{notMe}')
  const body = escapeHtml(part)
    .replaceAll('\n', '<br>')
    .replaceAll('{link}', () => (link ? anchor(link, looks.link) : ''))
    .replaceAll('{notMe}', () => anchor(notMe, looks.note))
  return `<p${small ? ' class="muted"' : ''} style="${small ? looks.small : looks.text}">${body}</p>`
}

const anchor = (link: string, style: string) =>
  `<a class="ink" href="${escapeHtml(link)}" style="${style}">${escapeHtml(link)}</a>`

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

// Mail programs know inline styles only; the colours are those of the site, by day and by night.
const looks = {
  paper:
    'margin:0;padding:24px 12px;background:#f6f2e9;color:#17211e;font:16px/1.65 system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif'.replaceAll(
      '"',
      '&quot;',
    ),
  card: 'max-width:34em;margin:0 auto;padding:24px 24px 8px;background:#fffdf8;border-top:4px solid #17211e',
  line: 'margin:0 0 12px;color:#c2361f;font-size:14px;line-height:1',
  title: 'margin:0 0 20px;font-size:21px;line-height:1.35',
  text: 'margin:0 0 18px',
  small: 'margin:0 0 18px;font-size:14px;color:#5b6561',
  link: 'display:inline-block;margin:6px 0;padding:10px 14px;border:1px solid #857f70;border-radius:6px;color:#17211e;word-break:break-all',
  note: 'color:#17211e;word-break:break-all',
} as const
const night =
  '@media (prefers-color-scheme:dark){.paper{background:#10171a!important;color:#f6f2e9!important}.card{background:#172024!important;border-color:#f6f2e9!important}.ink{color:#f6f2e9!important}.muted{color:#9ba8a4!important}}'
