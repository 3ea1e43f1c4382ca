// A server that answers as the framework does: shells without words for what is missing or failed. Prints its port.
import { createServer } from 'node:http'

const decided = { '/zh/gone': { status: 404 }, '/zh/elsewhere': { status: 307, to: '/zh/signin' } }

const server = createServer((request, response) => {
  const at = request.url.split('?', 1)[0]
  const html = { 'content-type': 'text/html; charset=utf-8', 'x-of': 'shell' }
  if (at.endsWith('/instead') && request.headers['x-instead']) {
    const policy = "default-src 'nonce-made'"
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    return response.end(`words for ${request.headers['x-instead']} <script nonce="made"> to ${request.headers.cookie}`)
  }
  const decision = decided[at]
  if (decision && globalThis.nextStopInstead?.(request.headers['x-answer'], decision))
    return response.writeHead(200, html).end('a frame without a page')
  if (at === '/zh/name') return response.writeHead(200, html).end(`name ${request.headers['x-answer']}`)
  if (at === '/zh/here') return response.writeHead(200, html).end('here')
  if (at.endsWith('/count')) return request.toArray().then((parts) => response.end(String(Buffer.concat(parts).length)))
  if (at === '/zh/data') return response.writeHead(404, { 'content-type': 'text/x-component' }).end('data')
  for (const [name, value] of Object.entries(html)) response.setHeader(name, value)
  response.statusCode = at === '/zh/failed' ? 500 : 404
  response.write('<html id="__next_error__">')
  response.write('<script>{\\"x\\":1,"digest":"abc123"}</script>')
  response.end('</html>')
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
