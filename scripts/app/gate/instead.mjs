import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { sayNo } from './refused.mjs'

/** The header by which the page app/[locale]/instead is asked for: what it stands for, and the reference of a failure. */
const HEADER = 'x-instead'
const PAGE = /^\/(zh|en)(?=[/?]|$)/
const mostKept = 256_000

/**
 * A page that is missing, or failed before its first byte, leaves the framework as an empty shell that only its script
 * fills. Here the shell is kept back, and the words go out as a page of their own, with the status of the first.
 */
export function instead(request, response) {
  const locale = PAGE.exec(request.url)?.[1]
  if (!locale || request.headers[HEADER]) return
  const { writeHead, write, end, flushHeaders } = response
  let shell = null

  const isShell = (status) =>
    (status === 404 || status === 500) && /^text\/html/.test(String(response.getHeader('content-type')))
  const keepsBack = (status = response.statusCode) => {
    if (shell === null && !response.headersSent && isShell(status)) {
      response.statusCode = status
      shell = ''
    }
    return shell !== null
  }
  const keep = (chunk) => {
    if (chunk && typeof chunk !== 'function' && shell.length < mostKept) shell += chunk
  }
  const restore = () => Object.assign(response, { writeHead, write, end, flushHeaders })

  response.writeHead = (status, ...rest) => (keepsBack(status) ? response : writeHead.call(response, status, ...rest))
  response.flushHeaders = () => keepsBack() || flushHeaders.call(response)
  response.write = (chunk, ...rest) => {
    if (!keepsBack()) return write.call(response, chunk, ...rest)
    keep(chunk)
    return true
  }
  response.end = (chunk, ...rest) => {
    if (!keepsBack()) return end.call(response, chunk, ...rest)
    keep(chunk)
    restore()
    pageFor(request, { locale, status: response.statusCode, shell }).then(
      (page) => send(response, page),
      () => sayNo(cleared(response), response.statusCode),
    )
    return response
  }
}

/** What is missing is missing in the same words for everybody: each page is made once. */
const kept = new Map()

async function pageFor({ url, socket }, { locale, status, shell }) {
  const at = { port: socket.localPort, path: `/${locale}/instead` }
  if (status === 500) return ask(at, `failure ${/"digest":"([\w-]{1,40})"/.exec(shell)?.[1] ?? ''}`)
  const what = /^\/\w\w\/(ticket|desk|speaker|crew)\//.test(url) ? 'link' : 'page'
  const name = `${locale} ${what}`
  if (!kept.has(name)) {
    kept.set(name, ask(at, what))
    kept.get(name).catch(() => kept.delete(name))
  }
  return withNonceOfItsOwn(await kept.get(name))
}

/** A script may run by the nonce of one answer only. */
function withNonceOfItsOwn({ headers, body }) {
  const policy = headers['content-security-policy'] ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  if (!nonce) return { headers, body }
  const fresh = randomBytes(16).toString('base64')
  return {
    headers: { ...headers, 'content-security-policy': policy.replaceAll(nonce, fresh) },
    body: body.replaceAll(nonce, fresh),
  }
}

/** Asks this same server for the page; nothing of the request goes with it. */
function ask({ port, path }, what) {
  const headers = { host: `127.0.0.1:${port}`, [HEADER]: what }
  return new Promise((done, fail) => {
    const call = request({ host: '127.0.0.1', port, path, headers, timeout: 5000 }, (answer) => {
      if (answer.statusCode !== 200) return fail(answer.resume())
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => done({ headers: answer.headers, body: Buffer.concat(parts).toString() }))
    })
    call.on('timeout', () => call.destroy())
    call.on('error', fail)
    call.end()
  })
}

const OWN = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date'])

function send(response, { headers, body }) {
  cleared(response)
  for (const [name, value] of Object.entries(headers)) if (!OWN.has(name)) response.setHeader(name, value)
  response.setHeader('cache-control', 'private, no-store')
  response.writeHead(response.statusCode).end(body)
}

function cleared(response) {
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  return response
}
