import { randomBytes, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { sayNo } from './refused.mjs'

/** The header by which the page app/[locale]/instead is asked for: what it stands for, and the reference of a failure. */
const HEADER = 'x-instead'
/** The name of a request, by which its page may decide on the answer; nobody else can say or guess it. */
const NAME = 'x-answer'
const PAGE = /^\/(zh|en)(?=[/?]|$)/
const mostKept = 256_000

/** For each request a page may decide on: takes { status, to }, answers false when it is too late. */
const open = new Map()
globalThis.nextStopInstead = (name, answer) => open.get(name)?.(answer) ?? false

/** Names a request whose page may find, before it draws anything, that it is missing or elsewhere. Answers what it decided. */
function nameRequest(request, response) {
  const decided = { answer: null }
  if (request.method !== 'GET' || request.headers.rsc !== undefined) return decided
  const name = randomUUID()
  request.headers[NAME] = name
  open.set(name, (answer) => {
    if (response.headersSent) return false
    decided.answer = answer
    return true
  })
  response.once('close', () => open.delete(name))
  return decided
}

/**
 * A page that is missing, or failed before its first byte, leaves the framework as an empty shell that only its script
 * fills. Here the shell is kept back, and the words go out as a page of their own, with the status of the first. A page
 * that says in time that it is missing, or where to go instead, spares the framework the shell.
 */
export function instead(request, response) {
  delete request.headers[NAME]
  const locale = PAGE.exec(request.url)?.[1]
  if (!locale || request.headers[HEADER]) return
  const { writeHead, write, end, flushHeaders } = response
  const decided = nameRequest(request, response)
  let shell = null

  const isShell = (status) =>
    (status === 404 || status === 500) && /^text\/html/.test(String(response.getHeader('content-type')))
  const keepsBack = (framework = response.statusCode) => {
    const status = decided.answer?.status ?? framework
    if (shell === null && !response.headersSent && (decided.answer || isShell(status))) {
      response.statusCode = status
      shell = ''
    }
    return shell !== null
  }
  const keep = (chunk) => {
    if (chunk && typeof chunk !== 'function' && !decided.answer && shell.length < mostKept) shell += chunk
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
    if (decided.answer?.to) return sayNo(cleared(response), response.statusCode, { Location: decided.answer.to })
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
