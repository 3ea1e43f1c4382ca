import { pathsUnder, readText } from './sources'

type Tree = { [key: string]: string | Tree }

/** The words of one language as they stand in its files, a branch a part. */
export const wordsOf = (locale: 'zh' | 'en'): Tree =>
  Object.fromEntries(
    pathsUnder(`lib/words/${locale}`).map((path) => [
      path.split('/').at(-1)?.replace('.json', '') ?? '',
      JSON.parse(readText(path)) as Tree,
    ]),
  )

/** Every sentence by its whole key: `program.refusals.no-room`. */
export function sentences(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => {
      const name = prefix ? `${prefix}.${key}` : key
      return typeof value === 'string' ? [[name, value] as const] : [...sentences(value, name)]
    }),
  )
}

/** The arguments and tags that an ICU message takes, sorted. Throws when its braces do not close. */
export function argumentsOf(message: string): string[] {
  const found = new Set<string>()
  const end = readMessage(message, 0, found)
  if (end < message.length) throw new Error(`a brace too many in: ${message}`)
  for (const [, tag] of message.matchAll(/<(\w+)>/g)) found.add(`<${tag}>`)
  return [...found].sort()
}

function readMessage(text: string, from: number, found: Set<string>): number {
  let at = from
  while (at < text.length && text[at] !== '}') {
    // Two quotes stand for one; one before a brace makes the brace a letter.
    if (text[at] === "'" && text[at + 1] === "'") at += 2
    else if (text[at] === "'" && /[{}]/.test(text[at + 1] ?? '')) at = text.indexOf("'", at + 2) + 1 || text.length
    else at = text[at] === '{' ? readArgument(text, at + 1, found) : at + 1
  }
  return at
}

function readArgument(text: string, from: number, found: Set<string>): number {
  const name = /^\s*(\w+)\s*(?=[,}])/.exec(text.slice(from))
  if (!name) throw new Error(`no argument after a brace in: ${text}`)
  found.add(name[1] ?? '')
  let at = from + name[0].length
  while (at < text.length && text[at] !== '}') {
    // After its words a branch ends with a brace of its own.
    at = text[at] === '{' ? readMessage(text, at + 1, found) + 1 : at + 1
  }
  if (at >= text.length) throw new Error(`a brace does not close in: ${text}`)
  return at + 1
}
