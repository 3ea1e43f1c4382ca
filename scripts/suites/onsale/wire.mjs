import { connect } from 'node:net'

const END = Buffer.from('\r\n\r\n')

/** Where an answer ends in these bytes, and what it says; null while it is not whole. */
function answerIn(bytes) {
  const head = bytes.indexOf(END)
  if (head < 0) return null
  const text = bytes.toString('latin1', 0, head)
  const status = Number(text.slice(9, 12))
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1]
  const from = head + 4
  if (length !== undefined) {
    const to = from + Number(length)
    return bytes.length < to ? null : { status, head: text, body: bytes.toString('utf8', from, to) }
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(text)) return { status, head: text, body: '' }
  const body = chunksIn(bytes, from)
  return body && { status, head: text, body: body.toString('utf8') }
}

/** The chunks of RFC 9112, 7.1, put together; null while the last one is not there. */
function chunksIn(bytes, from) {
  const parts = []
  for (let at = from; ; ) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return null
    const length = Number.parseInt(bytes.toString('latin1', at, line), 16)
    const to = line + 2 + length
    if (bytes.length < to + 2) return null
    if (length === 0) return Buffer.concat(parts)
    parts.push(bytes.subarray(line + 2, to))
    at = to + 2
  }
}

/**
 * HTTP connections that cost the machine little, so that what is measured is the server: one request at a time on each,
 * kept open. `ask` answers { status, head, body }, or an Error when the connection broke before the answer was whole.
 */
export function openWires({ host, port }, most) {
  const idle = []
  const waiting = []
  let open = 0

  const finish = (wire, answer) => {
    const { done } = wire
    wire.done = null
    done?.(answer)
  }
  const next = (wire) => {
    const job = waiting.shift()
    if (job) send(wire, job)
    else idle.push(wire)
  }
  const send = (wire, { bytes, done }) => {
    wire.done = done
    wire.parts = []
    wire.socket.write(bytes)
  }
  const dial = () => {
    open++
    const wire = { socket: connect(port, host), parts: [], done: null }
    wire.socket.setNoDelay(true)
    wire.socket.on('data', (part) => {
      wire.parts.push(part)
      const bytes = wire.parts.length === 1 ? part : Buffer.concat(wire.parts)
      wire.parts = [bytes]
      const answer = answerIn(bytes)
      if (!answer) return
      finish(wire, answer)
      next(wire)
    })
    wire.socket.on('error', () => {})
    wire.socket.on('close', () => {
      open--
      const at = idle.indexOf(wire)
      if (at >= 0) idle.splice(at, 1)
      finish(wire, new Error('the connection broke'))
      if (waiting.length > 0 && open < most) send(dial(), waiting.shift())
    })
    return wire
  }
  return {
    ask: (bytes) =>
      new Promise((done) => {
        const wire = idle.pop() ?? (open < most ? dial() : null)
        if (wire) send(wire, { bytes, done })
        else waiting.push({ bytes, done })
      }),
    close: () => {
      for (const wire of idle) wire.socket.destroy()
    },
  }
}

/** A GET as bytes. */
export const getOf = (host, path, headers = {}) =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${lines(headers)}\r\n`)

/** The post of a registration form as bytes; programs get their answer as JSON. */
export function postOf(site, form) {
  const body = new URLSearchParams(form).toString()
  const headers = {
    Origin: site,
    Accept: 'application/json',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
  }
  return Buffer.from(`POST /api/registrations HTTP/1.1\r\nHost: ${new URL(site).host}\r\n${lines(headers)}\r\n${body}`)
}

const lines = (headers) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
