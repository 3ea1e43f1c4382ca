import 'server-only'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { config } from '@/lib/config'
import { refuse } from '@/lib/values/refusal'
import type { Prisma } from './generated/client'

/** So many long answers at once in a process: each holds a connection of its own beside the pool. */
const mostAtOnce = 3
let running = 0

/**
 * What a question answers, as CSV straight from Postgres (COPY), a piece at a time and never faster than it is read.
 * Instants are written as `timeZone` has them. Cancelling the stream ends the statement. Refuses `form.busy` while three others are under way.
 */
export async function copyOut(
  question: Prisma.Sql,
  { timeZone }: { timeZone: string },
): Promise<ReadableStream<Uint8Array>> {
  if (running >= mostAtOnce) refuse('form.busy')
  running++
  const client = new pg.Client({
    connectionString: config().DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    options: `-c statement_timeout=600000 -c default_transaction_read_only=on -c datestyle=ISO -c timezone=${timeZone}`,
  })
  let open = true
  const end = () => {
    if (open) running--
    open = false
    // Not `end`, which would wait for the rest of a statement that nobody reads any more.
    ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
  }
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    end()
    throw error
  }
  const rows = client.query(to(`COPY (${asText(question)}) TO STDOUT (FORMAT csv)`, { highWaterMark: 262_144 }))
  const pieces = rows[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await pieces.next()
          if (!done) return controller.enqueue(value)
          end()
          controller.close()
        } catch (error) {
          end()
          controller.error(error)
        }
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  )
}

/** COPY takes no parameters: they become literals, escaped by the driver. */
function asText({ strings, values }: Prisma.Sql): string {
  return strings.reduce((text, part, n) => text + literal(values[n - 1]) + part)
}

function literal(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'string') return pg.escapeLiteral(value)
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]`
  throw new TypeError('only texts, numbers and lists of them go into a COPY')
}
