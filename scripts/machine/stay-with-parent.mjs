// Loaded first into a program that one of our commands started, with the command's number behind a question mark: the
// program ends when the command is gone, even by `kill -9`. Two installations in one folder would spoil it, and a
// server nobody can stop would keep its port.
import { isMainThread } from 'node:worker_threads'

const command = Number(new URL(import.meta.url).search.slice(1))

function isGone() {
  try {
    process.kill(command, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

// Programs hand this on to programs of their own, whose channel is not ours to touch.
if (isMainThread && process.ppid === command && process.connected) {
  process.on('disconnect', () => process.exit(1))
  process.channel?.unref()
} else if (isMainThread && isGone()) process.exit(1)
