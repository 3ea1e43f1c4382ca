import { type IncomingHttpHeaders, request } from 'node:http'

export type RawAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string }

/** One request exactly as given, also what fetch would refuse to send or quietly undo: encodings, hosts, odd headers. */
export function raw(
  url: string,
  given: { method?: string; headers?: Record<string, string | string[]>; body?: string } = {},
): Promise<RawAnswer> {
  const { origin, hostname, port } = new URL(url)
  const headers = { 'user-agent': 'Mozilla/5.0 (a test)', ...given.headers }
  return new Promise((done, failed) => {
    const call = request(
      { hostname, port, path: url.slice(origin.length), method: given.method, headers, agent: false },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () => {
          const body = Buffer.concat(parts)
          done({ status: answer.statusCode ?? 0, headers: answer.headers, body, text: body.toString('utf8') })
        })
      },
    )
    call.setTimeout(30_000, () => call.destroy(new Error('no answer')))
    call.on('error', failed)
    call.end(given.body)
  })
}
