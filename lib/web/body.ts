import 'server-only'

/** A posted form; one without files needs no more than its text. */
export type Posted = FormData | URLSearchParams

/** What a form of ours may hold at most. */
export const mostBytes = 65_536
const kinds = ['application/x-www-form-urlencoded', 'multipart/form-data']

/**
 * The form that a request carries, or the status that says why not: 413 for more than `most` bytes (read no further),
 * 415 for anything but a form, 400 for one that cannot be read. Never throws for what somebody sent.
 */
export async function readPostedForm(request: Request, most = mostBytes): Promise<Posted | 400 | 413 | 415> {
  const type = request.headers.get('content-type') ?? ''
  if (!kindOf(type)) return 415
  const bytes = await readAtMost(request, most)
  return bytes ? parseForm(type, bytes) : 413
}

/** The form that these bytes are, or 415, or 400 also for thousands of fields; see `readPostedForm`. */
export async function parseForm(type: string, bytes: Uint8Array<ArrayBuffer>): Promise<Posted | 400 | 415> {
  const kind = kindOf(type)
  if (!kind) return 415
  const between = kind === kinds[0] ? '&' : boundaryOf(type)
  if (!between || hasMoreThan(bytes, between, mostFields)) return 400
  if (kind === kinds[0]) return new URLSearchParams(Buffer.from(bytes).toString('utf8'))
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch {
    return 400
  }
}

/** So many fields no form of ours has; millions of empty ones take seconds to take apart. */
const mostFields = 3_000

/** What stands between the parts of a form with files (RFC 7578, 4.1); '' when it is not told. */
const boundaryOf = (type: string): string => {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? []
  const boundary = quoted ?? bare
  return boundary ? `--${boundary}` : ''
}

function hasMoreThan(bytes: Uint8Array<ArrayBuffer>, sign: string, most: number): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) if (++count > most) return true
  return false
}

const kindOf = (type: string) => kinds.find((kind) => kind === type.split(';')[0]?.trim().toLowerCase())

/** The bytes of a request, or null when there are more than `most`; reads no further then. */
export async function readAtMost(request: Request, most = mostBytes): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const read = await reader?.read()
    if (!read || read.done) return new Uint8Array(Buffer.concat(parts))
    size += read.value.byteLength
    if (size > most) {
      await reader?.cancel()
      return null
    }
    parts.push(read.value)
  }
}
