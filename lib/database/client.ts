import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { config } from '@/lib/config'
import { type Prisma, PrismaClient } from './generated/client'
import { hasOwnShare } from './lane'
import { ParcelClient } from './parcel'

/** So many of a process's connections are kept free for `withOwnShare`. */
const ownShare = 2

// Said once to each connection, not to each transaction.
const isolation = String.raw`-c default_transaction_isolation=read\ committed`

const make = (max: number) =>
  new PrismaClient({
    // Messages of the other formats quote what was sent, and messages end up in logs.
    errorFormat: 'minimal',
    adapter: new PrismaPg({
      connectionString: config().DATABASE_URL,
      max,
      Client: ParcelClient,
      // Statements that do not wait for each other leave together; each has its own answer.
      pipeline: true,
      connectionTimeoutMillis: 5_000,
      // A stuck statement must not hold a connection, or an event's row, for ever.
      options: `${isolation} -c statement_timeout=10000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=15000`,
    }),
    // What is stuck ends by the limits above; a list of a hundred thousand people is only long.
    transactionOptions: { maxWait: 5_000, timeout: 60_000 },
  })

// Reloads in development would otherwise leave a pool behind each.
const kept = globalThis as { nextStopDatabase?: PrismaClient; nextStopOwnShare?: PrismaClient }

/** The one way to Postgres; made on first use. Only queries, commands and scope may import it. */
export function database(): PrismaClient {
  if (hasOwnShare()) {
    kept.nextStopOwnShare ??= make(ownShare)
    return kept.nextStopOwnShare
  }
  kept.nextStopDatabase ??= make(config().DATABASE_POOL - ownShare)
  return kept.nextStopDatabase
}

/** A step inside someone's transaction: not a door, takes no proof. */
export type Transaction = Prisma.TransactionClient
