import { sql } from '../support/database'
import type { Entry } from './deeds'
import { watching } from './witness'

/** What stands in every table, in one line a table. */
export async function snapshot(url: string): Promise<string> {
  const tables = await sql(
    url,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const lines = tables.map(
    ({ name }) =>
      `SELECT '${name} ' || count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS line FROM ${name} t`,
  )
  const rows = await sql(url, lines.join(' UNION ALL '))
  // Postgres may look into several tables at once.
  return rows
    .map(({ line }) => line)
    .sort()
    .join('\n')
}

const entryAt = (failAt: number): Entry => ({
  deed: { do: 'let in' },
  answer: { broke: '' },
  serial: null,
  batch: null,
  committed: false,
  asked: 0,
  answeredAt: 0,
  failAt,
  calls: 0,
  failed: false,
})

/**
 * Does a work with a database that fails at its first call, at its second, and so on, until it succeeds. After each try
 * all tables must be as before. Answers at how many calls it was broken off.
 */
export async function breakAtEveryCall(url: string, work: () => Promise<unknown>): Promise<number> {
  const before = await snapshot(url)
  for (let n = 1; ; n++) {
    const entry = entryAt(n)
    const failure = await watching(entry, work).then(
      () => null,
      (error: unknown) => error,
    )
    const after = await snapshot(url)
    if (!entry.failed) {
      if (failure) throw failure
      if (after === before) throw new Error('it changed nothing: the scene proves nothing')
      return n - 1
    }
    if (!failure) throw new Error(`it answered as if nothing were, though call ${n} failed`)
    if (after !== before) throw new Error(`broken off at call ${n} it left ${differing(before, after)}`)
  }
}

function differing(before: string, after: string): string {
  const known = new Set(before.split('\n'))
  return after
    .split('\n')
    .filter((line) => !known.has(line))
    .map((line) => line.split(' ')[0])
    .join(', ')
}
