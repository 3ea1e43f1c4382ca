import { type Locale, words } from '@/lib/words/load'
import { type Article, type Block, escapeMarkdown, listed, type Prize, type Session } from './compose'
import type { Thanks } from './thanks'

/** The article as Markdown, for wherever it is published next. */
export function recapMarkdown(article: Article, locale: Locale): string {
  const parts = [`# ${escapeMarkdown(article.headline)}`, escapeMarkdown(article.byline)]
  for (const { title, blocks } of article.sections) {
    parts.push(`## ${escapeMarkdown(title)}`, ...blocks.map((block) => blockMarkdown(block, locale)))
  }
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** Thanks to one giver or group as a sentence without a full stop. */
export function thanksSentence({ names, of, gave, everyStop }: Thanks, locale: Locale): string {
  const t = words(locale, 'recap')
  if (!of) return listed(names, locale)
  const who = names.length ? t('thanks.namesOf', { names: listed(names, locale), of }) : of
  const known = everyStop ? t('thanks.everyStop', { who }) : who
  return gave.length ? t('thanks.gave', { who: known, gave: listed(gave, locale) }) : known
}

function blockMarkdown(block: Block, locale: Locale): string {
  switch (block.kind) {
    case 'text':
      return block.markdown
    case 'line':
      return block.stops
        .map(({ label, date, state }) => stopText(`${escapeMarkdown(label)} ${date}`, state))
        .join(' → ')
    case 'session':
      return sessionMarkdown(block.session, locale)
    case 'prizes':
      return block.prizes.map(prizeMarkdown).join('\n')
    case 'thanks':
      return thanksMarkdown(block.label, block.entries, locale)
    case 'next':
      return `**${block.label}${locale === 'zh' ? '：' : ': '}${escapeMarkdown(block.city)} · ${block.date}**`
  }
}

const stopText = (text: string, state: string) => (state === 'now' ? `**${text}**` : text)

function sessionMarkdown({ number, title, people, body, highlight }: Session, locale: Locale): string {
  const open = locale === 'zh' ? ['（', '）'] : [' (', ')']
  const who = people.map(({ name, about }) => escapeMarkdown(about ? `${name}${open[0]}${about}${open[1]}` : name))
  const lines = highlight?.lines.map((line) => (highlight.kind === 'questions' ? `- ${line}` : `> ${line}`)) ?? []
  return [
    `### ${number}. ${escapeMarkdown(title)}`,
    who.join(locale === 'zh' ? '；' : '; '),
    body,
    highlight ? `**${highlight.label}**` : '',
    lines.join(highlight?.kind === 'questions' ? '\n' : '\n>\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}

const prizeMarkdown = ({ title, detail, sponsor }: Prize) =>
  `- ${escapeMarkdown(title)}${detail ? ` · ${detail}` : ''} — ${escapeMarkdown(sponsor)}`

function thanksMarkdown(label: string, entries: Thanks[], locale: Locale): string {
  const lines = entries.map((entry) => escapeMarkdown(thanksSentence(entry, locale)))
  return `**${label}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`
}
