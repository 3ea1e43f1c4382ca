import 'server-only'
import type { IncomingMessage } from 'node:http'
import { mostBytes } from '../body'

/** So much of what is too much is still listened to: who is cut off while sending never reads why. */
const mostHeard = 16 * 1_048_576

/** The bytes of a post, or null when there are too many: then no more of them is kept, but the answer can still leave. */
export function readPost(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= mostBytes) parts.push(part)
      else if (size > mostHeard) done(null)
    })
    request.on('end', () => done(size <= mostBytes ? new Uint8Array(Buffer.concat(parts)) : null))
    request.on('error', failed)
    // An error is dear to make, and every request is closed in the end.
    request.on('close', () => request.complete || failed(new Error('the post was cut')))
  })
}
