// Loaded into the server before anything else; what Next leaves open about the end of a server.
import { channel } from 'node:diagnostics_channel'
import { isMainThread } from 'node:worker_threads'

/** Nobody could stop a server whose command is gone, even by `kill -9`, and it would keep the port. */
function leaveWithParent() {
  process.on('disconnect', () => process.exit(1))
  if (!process.connected) process.exit(1)
  process.channel?.unref()
}

/**
 * After SIGTERM Next answers what is under way and takes no new connection, but an open one may go on asking, and a
 * live page listens for ever: the first are told to close with their answer, the second come back by themselves.
 */
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

if (isMainThread) {
  leaveWithParent()
  closeConnections()
}
