import { Halt } from '../machine/halt.mjs'
import { connectTo, nameOf } from '../prisma/migrate.mjs'

/** Switched off, each of these lets Postgres forget after a crash what it has told somebody is stored. */
const MUST_BE_ON = ['fsync', 'full_page_writes', 'synchronous_commit']

/** Refuses a database that may lose what it acknowledged. */
export async function refuseUnsafe(url) {
  const client = await connectTo(url)
  try {
    const { rows } = await client.query(
      "select name from pg_settings where name = any ($1) and setting = 'off' order by name",
      [MUST_BE_ON],
    )
    if (rows.length === 0) return
    const names = rows.map(({ name }) => name).join(', ')
    throw new Halt(
      `The database at ${nameOf(url)} runs with ${names} = off: after a crash it forgets seats and prizes that people were told are theirs. Switch that on and start again.`,
    )
  } finally {
    await client.end()
  }
}
