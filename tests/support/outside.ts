import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as somebody else's server saw it. */
export type Asked = { path: string; authorization: string; body: string }
type Answer = (asked: Asked, response: ServerResponse, count: number) => void

/** Somebody else's server, on loopback: what it was asked, and how to close it. */
export async function aServerOutside(answer: Answer) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const one = await readAll(request)
    asked.push(one)
    answer(one, response, asked.length)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((done) => server.close(() => done()))
  }
  return { url: `http://127.0.0.1:${port}`, asked, close }
}

async function readAll(request: IncomingMessage): Promise<Asked> {
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  return { path: request.url ?? '', authorization: request.headers.authorization ?? '', body }
}

export const answerJson = (response: ServerResponse, value: unknown): void => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
}
