import { refuse } from '@/lib/values/refusal'

/** A list of codes as it was brought: each once, in order, and how many were there twice. */
export type CodeList = { codes: string[]; twice: number }

const most = 10_000
const longest = 200
const heading = /^(?:codes?|keys?|兑换码|激活码|卡号|券码|邀请码|序列号|serial|voucher)(?:[\s,;\t].{0,40})?$/i
const unseen = /[^\P{Cc}\t]/u

/** The text of a file: UTF-8, UTF-16 with its mark, or GB18030 as older Chinese programs write. Refuses what is no text. */
export function textOfFile(bytes: Uint8Array): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = little
    ? new TextDecoder('utf-16le').decode(bytes)
    : (utf8(bytes) ?? new TextDecoder('gb18030').decode(bytes))
  if (/[^\P{Cc}\t\r\n]/u.test(text) || text.includes('\ufffd')) refuse('prizes.codes-unreadable', { field: 'list' })
  return text.replace(/^\ufeff/, '')
}

/**
 * One code a line. Several columns of a table stay together, a card's number with its password; a heading and empty lines
 * are left out. Refuses `prizes.no-codes`, `prizes.codes-too-many`, `prizes.code-too-long` with its line.
 */
export function codesIn(text: string): CodeList {
  const lines = text.split(/\r\n|[\n\r]/).map(codeOf)
  const first = lines.findIndex((line) => line !== '')
  if (heading.test(lines[first] ?? '')) lines[first] = ''
  const codes = new Set<string>()
  let all = 0
  for (const [index, code] of lines.entries()) {
    if (code === '') continue
    if (code.length > longest || unseen.test(code))
      refuse('prizes.code-too-long', { field: 'codes', values: { line: index + 1 } })
    codes.add(code)
    all++
  }
  if (codes.size === 0) refuse('prizes.no-codes', { field: 'codes' })
  if (codes.size > most) refuse('prizes.codes-too-many', { field: 'codes', values: { count: codes.size, most } })
  return { codes: [...codes], twice: all - codes.size }
}

const codeOf = (line: string): string =>
  line
    .normalize('NFKC')
    .split(/[,;\t]/)
    .map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter(Boolean)
    .join(' ')

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
