// Loaded into the server before Next. After SIGTERM Next answers what is under way and takes no new connection, but an
// open one may go on asking, and a live page listens for ever: the first are told to close with their answer, the
// second are cut and come back by themselves.
import { channel } from 'node:diagnostics_channel'
import { isMainThread } from 'node:worker_threads'

function closeConnections() {
  /** Of each connection its last answer. */
  const open = new Map()
  let leaving = false
  channel('http.server.request.start').subscribe(({ response, socket }) => {
    if (leaving) response.shouldKeepAlive = false
    if (!open.has(socket)) socket.once('close', () => open.delete(socket))
    open.set(socket, response)
  })
  process.once('SIGTERM', () => {
    leaving = true
    for (const response of open.values()) {
      const live = String(response.getHeader('content-type')).startsWith('text/event-stream')
      if (live) response.destroy()
      else if (!response.headersSent) response.shouldKeepAlive = false
    }
  })
}

if (isMainThread) closeConnections()
