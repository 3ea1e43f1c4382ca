import { type Locale, languageTag } from '@/lib/words/load'

/** A message ready to leave: text with its link in place, and the same as the plainest HTML. */
export type Letter = { subject: string; text: string; html: string }

/** Puts the link where the text says `{link}`, and makes the HTML of it. */
export function letterOf(message: { subject: string; text: string; locale: string }, link: string | null): Letter {
  const text = message.text.replaceAll('{link}', link ?? '')
  const lang = languageTag[message.locale as Locale] ?? 'zh-CN'
  const body = escapeHtml(message.text).replaceAll('{link}', link ? anchor(link) : '')
  const paragraphs = body.split(/\n{2,}/).map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`)
  const style = 'font-family:system-ui,sans-serif;font-size:16px;line-height:1.6;color:#17211e;max-width:34em'
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(message.subject)}</title></head><body style="${style}">${paragraphs.join('')}</body></html>`
  return { subject: message.subject, text, html }
}

const anchor = (link: string) => `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
