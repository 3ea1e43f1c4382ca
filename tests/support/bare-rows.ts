import pg from 'pg'
import { usual } from './promises'

/** Stands for how many rows were put before: two that follow each other have no number in common by chance. */
const ROW = '{row}'

/** Lines of cells with bars in between. */
export const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

/** SQL in which `id(a)` is an id, `at(a)` the row of that id at the event of id(a), and `bytes(9)` as many bytes. */
export const meant = (sql: string): string =>
  sql
    .replace(/\bat\((\w)\)/g, 'event_id = id(a) AND id = id($1)')
    .replace(/\bid\((\w)\)/g, "md5('$1')::uuid")
    .replace(/\bbytes\((\d+)\)/g, "decode(repeat('07', $1), 'hex')")

const assigned = (text: string): [string, string][] =>
  text
    .split(/;\s*/)
    .filter(Boolean)
    .map((one) => {
      const [, name = '', value = ''] = /^(\w+) = (.+)$/.exec(one) ?? []
      return [name, meant(value)]
    })

/**
 * A connection of its own that puts rows straight into tables, inside a transaction. What a column must have and a row
 * does not say, gets something likely.
 */
export async function openBareRows(url: string | undefined) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const likely = await likelyRows(client)
  /** Answers the name of the promise that refuses a statement, or "done". What is refused leaves nothing behind. */
  const attempt = async (sql: string): Promise<string> => {
    await client.query('SAVEPOINT before')
    try {
      await client.query(sql)
      return 'done'
    } catch (error) {
      await client.query('ROLLBACK TO before')
      return (error instanceof pg.DatabaseError && error.constraint) || String(error)
    }
  }
  let count = 0
  const put = (table: string, ...sets: string[]) => {
    count++
    const row = new Map([...(likely.get(table) ?? []), ...sets.flatMap(assigned)])
    const names = [...row.keys()].map((name) => `"${name}"`)
    const values = [...row.values()].map((value) => value.replace(ROW, String(count)))
    return attempt(`INSERT INTO "${table}" (${names}) VALUES (${values})`)
  }
  return { client, attempt, put, tables: [...likely.keys()], close: () => client.end() }
}

/** For each table, what a column that must have a value gets when nothing is said of it. */
async function likelyRows(client: pg.Client) {
  const { rows } = await client.query<Record<'table' | 'name' | 'type' | 'first', string>>(`
    SELECT table_name AS table, column_name AS name, udt_name AS type,
      (SELECT enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = udt_name
        ORDER BY enumsortorder LIMIT 1) AS first
    FROM information_schema.columns
    WHERE table_schema = 'public' AND is_nullable = 'NO' AND column_default IS NULL`)
  const values: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    text: "'x' || left(md5(random()::text), 8)",
    bytea: "decode(md5(random()::text) || md5(random()::text), 'hex')",
    timestamptz: 'now()',
    jsonb: "'{}'",
    bool: 'false',
    int4: `1 + ${ROW} % 20`,
    float8: '0.5',
  }
  const likely = new Map(rows.map(({ table }) => [table, new Map<string, string>()]))
  for (const { table, name, type, first } of rows) {
    likely.get(table)?.set(name, first ? `'${first}'` : (values[type] ?? ''))
  }
  for (const [table = '', set = ''] of linesOf(usual)) {
    for (const [name, value] of assigned(set)) likely.get(table)?.set(name, value)
  }
  return likely
}
