import 'server-only'
import pg from 'pg'
import { config } from '@/lib/config'

const patience = [500, 1_000, 2_000, 5_000]

/** What to do with what a channel says, and when it is heard again after a silence. */
export type Ears = { heard: (text: string) => void; hearing: (now: boolean) => void }

/**
 * Listens to one channel on a connection of its own, for as long as the process lives; comes back by itself when the
 * connection is lost, and says so, because what was said meanwhile is gone. Answers how to stop.
 */
export function listen(channel: 'live' | 'changed', ears: Ears): () => void {
  let stopped = false
  let tries = 0
  let client: pg.Client | null = null
  const lost = () => {
    if (!client) return
    client.removeAllListeners()
    // An ended connection may still report; nobody is interested any more.
    client.on('error', () => {})
    void client.end().catch(() => {})
    client = null
    ears.hearing(false)
    if (!stopped) setTimeout(start, patience[Math.min(tries++, patience.length - 1)]).unref()
  }
  const start = async () => {
    if (stopped) return
    client = new pg.Client({ connectionString: config().DATABASE_URL, keepAlive: true, connectionTimeoutMillis: 5_000 })
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload }) => payload && ears.heard(payload))
    try {
      await client.connect()
      await client.query(`LISTEN ${channel}`)
      tries = 0
      ears.hearing(true)
    } catch {
      lost()
    }
  }
  void start()
  return () => {
    stopped = true
    lost()
  }
}
