import 'server-only'

/** Why somebody else's server gave nothing. */
type Silence = 'unreachable' | 'slow' | 'refused' | 'too-large'
export type Said = { text: string } | { silence: Silence }

type Asked = { url: string; bearer?: string | undefined; json?: unknown; withinMs?: number; mostBytes?: number }

/**
 * Asks a server outside, at an address that stands in the configuration: nobody else can name one, so the guard is about
 * what comes back. No redirect is followed, nothing of ours but `json` is sent, the answer ends at 256 kB and after five
 * seconds unless said otherwise. Never throws: whatever goes wrong is silence.
 */
export async function askOutside({ url, bearer, json, withinMs = 5_000, mostBytes = 256_000 }: Asked): Promise<Said> {
  try {
    const answer = await fetch(url, {
      method: json === undefined ? 'GET' : 'POST',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(withinMs),
      headers: {
        accept: 'application/json',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      return { silence: 'refused' }
    }
    return await readAtMost(answer, mostBytes)
  } catch (error) {
    return { silence: error instanceof Error && error.name === 'TimeoutError' ? 'slow' : 'unreachable' }
  }
}

async function readAtMost(answer: Response, most: number): Promise<Said> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = answer.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length
    if (size > most) {
      await reader?.cancel()
      return { silence: 'too-large' }
    }
    parts.push(part.value)
  }
  return { text: Buffer.concat(parts).toString('utf8') }
}

/** The same text as JSON, or null. */
export function jsonOf(said: Said): unknown {
  if ('silence' in said) return null
  try {
    return JSON.parse(said.text)
  } catch {
    return null
  }
}
