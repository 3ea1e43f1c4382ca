import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/database/generated/client'
import { ParcelClient } from '@/lib/database/parcel'
import { freshDatabase, sql } from '../support/database'

const kept = globalThis as { nextStopDatabase?: PrismaClient; nextStopOwnShare?: PrismaClient }

/** Lets the commands work on a database of its own, changed by some SQL first; afterwards on the one of before. */
export async function atOwnDatabase<T>(patch: string, work: (url: string) => Promise<T>): Promise<T> {
  const { url, close } = await freshDatabase()
  if (patch) await sql(url, patch)
  const client = new PrismaClient({
    errorFormat: 'minimal',
    adapter: new PrismaPg({
      pipeline: true,
      connectionString: url,
      max: 10,
      Client: ParcelClient,
      options: '-c statement_timeout=10000 -c lock_timeout=5000',
    }),
    transactionOptions: { isolationLevel: 'ReadCommitted', maxWait: 20_000, timeout: 20_000 },
  })
  const before = { ...kept }
  const { nextStopDatabase, nextStopOwnShare } = before
  kept.nextStopDatabase = client
  kept.nextStopOwnShare = client
  try {
    return await work(url)
  } finally {
    Object.assign(kept, { nextStopDatabase, nextStopOwnShare })
    await client.$disconnect()
    await close()
  }
}
