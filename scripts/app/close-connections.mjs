// Loaded into the server before Next. After SIGTERM Next answers what is under way and takes no new connection, but an
// open one may go on asking, and a live page listens for ever: the first are told to close with their answer, the
// second are cut and come back by themselves.
import { channel } from 'node:diagnostics_channel'
import { isMainThread } from 'node:worker_threads'

function closeConnections() {
  const open = new Set()
  let leaving = false
  channel('http.server.request.start').subscribe(({ response }) => {
    if (leaving) response.shouldKeepAlive = false
    open.add(response)
    response.once('close', () => open.delete(response))
  })
  process.once('SIGTERM', () => {
    leaving = true
    for (const response of open) {
      const live = String(response.getHeader('content-type')).startsWith('text/event-stream')
      if (live) response.destroy()
      else if (!response.headersSent) response.shouldKeepAlive = false
    }
  })
}

if (isMainThread) closeConnections()
