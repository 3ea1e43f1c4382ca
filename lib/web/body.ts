import 'server-only'

const kinds = ['application/x-www-form-urlencoded', 'multipart/form-data']

/**
 * The form that a request carries, or the status that says why not: 413 for more than `most` bytes (read no further),
 * 415 for anything but a form, 400 for one that cannot be read. Never throws for what somebody sent.
 */
export async function readPostedForm(request: Request, most = 65_536): Promise<FormData | 400 | 413 | 415> {
  const type = request.headers.get('content-type') ?? ''
  if (!kinds.includes(type.split(';')[0]?.trim().toLowerCase() ?? '')) return 415
  if (Number(request.headers.get('content-length') ?? 0) > most) return 413
  const bytes = await readAtMost(request, most)
  if (!bytes) return 413
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch {
    return 400
  }
}

async function readAtMost(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
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
