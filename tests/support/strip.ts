/** What may stand before a slash that opens a regular expression, not a division. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};<>+\-*%~^]|\b(?:return|typeof|case|in|of|await))\s*$/

/**
 * The text without comments, and without the insides of its strings as well; everything keeps its place. A small
 * scanner, enough for formatted TypeScript; text between tags is code to it, and has no quotes by our own rules.
 */
export function withoutComments(text: string): { code: string; bare: string } {
  const code = text.split('')
  const bare = text.split('')
  const blank = (into: string[], from: number, to: number) => {
    for (let at = from; at < to; at++) if (into[at] !== '\n') into[at] = ' '
  }
  for (let at = nextMark(text, 0); at < code.length; ) {
    const end = endOf(code, at)
    if (end.kind === 'comment') {
      blank(code, at, end.at)
      blank(bare, at, end.at)
    }
    if (end.kind === 'text') blank(bare, at + 1, end.at - 1)
    at = nextMark(text, end.at)
  }
  return { code: code.join(''), bare: bare.join('') }
}

/** Where the next comment, string or expression may begin. */
function nextMark(text: string, from: number): number {
  const mark = /['"`/]/g
  mark.lastIndex = from
  return mark.exec(text)?.index ?? text.length
}

const opensRegex = (before: string) => BEFORE_REGEX.test(before) && !/<$/.test(before)

type End = { kind: 'comment' | 'text' | 'code'; at: number }

function endOf(code: string[], at: number): End {
  const [one, two] = [code[at] ?? '', (code[at] ?? '') + (code[at + 1] ?? '')]
  if (two === '//') return { kind: 'comment', at: lineEnd(code, at) }
  if (two === '/*') return { kind: 'comment', at: after(code, '*/', at + 2) }
  if (one === "'" || one === '"') return { kind: 'text', at: quoteEnd(code, one, at) }
  if (one === '`') return { kind: 'text', at: templateEnd(code, at) }
  if (one === '/' && opensRegex(code.slice(Math.max(0, at - 24), at).join(''))) {
    return { kind: 'text', at: regexEnd(code, at) ?? at + 1 }
  }
  return { kind: 'code', at: at + 1 }
}

function lineEnd(code: string[], at: number): number {
  const end = code.indexOf('\n', at)
  return end < 0 ? code.length : end
}

function after(code: string[], mark: string, from: number): number {
  for (let at = from; at < code.length; at++) if (code[at] === mark[0] && code[at + 1] === mark[1]) return at + 2
  return code.length
}

function quoteEnd(code: string[], quote: string, open: number): number {
  for (let at = open + 1; at < code.length; at++) {
    if (code[at] === '\\') at++
    else if (code[at] === quote) return at + 1
    // A quote that its line does not close is an apostrophe.
    else if (code[at] === '\n') return open + 1
  }
  return open + 1
}

function templateEnd(code: string[], open: number): number {
  let depth = 0
  for (let at = open + 1; at < code.length; at++) {
    if (code[at] === '\\') at++
    else if (code[at] === '$' && code[at + 1] === '{') depth++
    else if (code[at] === '}' && depth > 0) depth--
    else if (code[at] === '`') {
      if (depth === 0) return at + 1
      at = templateEnd(code, at) - 1
    }
  }
  return code.length
}

function regexEnd(code: string[], open: number): number | null {
  let set = false
  for (let at = open + 1; at < code.length && code[at] !== '\n'; at++) {
    if (code[at] === '\\') at++
    else if (code[at] === '[') set = true
    else if (code[at] === ']') set = false
    else if (code[at] === '/' && !set) return at + 1
  }
  return null
}
