// Loaded first into a program that one of our commands started: it ends when the command is gone, even by `kill -9`.
// Two installations in one folder would spoil it, and a server nobody can stop would keep its port.
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  process.on('disconnect', () => process.exit(1))
  if (!process.connected) process.exit(1)
  process.channel?.unref()
}
