/**
 * A path of this very site that a browser may be sent to, or null: starts with one slash, holds no backslash and no
 * control characters, which browsers would read as the start of another host.
 */
export function safePath(text: string | null): string | null {
  if (!text || text.length > 2_000) return null
  return /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(text) ? encodeURI(decoded(text)) : null
}

function decoded(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return '/'
  }
}
