import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A bucket of S3 on this machine: takes signed requests only, keeps objects in memory, lists them. */
export async function aBucket() {
  const objects = new Map<string, { bytes: Buffer; type: string; at: Date }>()
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const url = new URL(request.url ?? '/', 'http://localhost')
    const key = url.pathname.replace(/^\/pictures\/?/, '')
    const answer = (status: number, body: Buffer | string = '') => response.writeHead(status).end(body)
    if (!/^AWS4-HMAC-SHA256 Credential=KEY\//.test(request.headers.authorization ?? '')) return answer(403)
    if (request.method === 'PUT') {
      objects.set(key, { bytes: Buffer.concat(parts), type: request.headers['content-type'] ?? '', at: new Date() })
      return answer(200)
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return answer(204)
    }
    if (key) return answer(objects.has(key) ? 200 : 404, objects.get(key)?.bytes)
    const rows = [...objects].map(
      ([name, { bytes, at }]) =>
        `<Contents><Key>${name}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`,
    )
    return answer(
      200,
      `<?xml version="1.0"?><ListBucketResult>${rows.join('')}<IsTruncated>false</IsTruncated></ListBucketResult>`,
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pictures`
  const access = { endpoint, accessKeyId: 'KEY', secretAccessKey: 'secret', region: 'auto' }
  return { objects, access, close: () => new Promise((done) => server.close(done)) }
}
