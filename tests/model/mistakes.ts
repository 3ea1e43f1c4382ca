import type { Mistake, Spot } from './witness'

/**
 * Mistakes that somebody could make in the commands or their tables, each of which the checker must find. They are
 * planted in a database of its own, or between the commands and the database; nothing of it stands in the product.
 */
export type Seeded = Mistake & {
  what: string
  /** Of the few that are tried every time; they spoil nothing for each other. */
  brief?: true
  /** SQL that spoils the database. */
  patch?: string
  /** So many hours before the start it shows. */
  hours?: number[]
  /** Evenings among which it shows at once, where it is rare among the usual ones. */
  seed?: number
}

const lock = 'UPDATE events SET serial = serial + '
const looksAtSeats = (text: string) =>
  text.includes('EXISTS (SELECT 1 FROM registrations r WHERE r.event_id = events.id')
const registers = (text: string) => /FROM request_keys\s+WHERE actor = \$1 AND key = ANY/.test(text)
const noLimits = 'ALTER TABLE events DROP CONSTRAINT events_open_seats_fit, DROP CONSTRAINT events_never_oversold;'
const numbers = 'CREATE SEQUENCE numbers;'
const passing = `
  DO $$ BEGIN
    EXECUTE replace(pg_get_functiondef('registrations_step_allowed'::regproc), 'IF gets_seat AND', 'IF false AND gets_seat AND');
  END $$;`

const rewritten =
  (from: RegExp, to: string): Mistake['ask'] =>
  async ({ text }) =>
    from.test(text) ? { text: text.replace(from, to) } : undefined

/** Lets the commands read other facts about the seats than those that stand there. */
const believing =
  (facts: Record<string, (fact: unknown) => unknown>, when: (spot: Spot) => boolean = () => true): Mistake['answer'] =>
  (spot, rows, names) =>
    looksAtSeats(spot.text) && when(spot)
      ? rows.map((row) => row.map((fact, n) => facts[names[n] ?? '']?.(fact) ?? fact))
      : rows

/** What Postgres counts as taken of the public pool. */
const takesOpen = (condition: string) => `
  CREATE OR REPLACE FUNCTION registrations_takes_open(status registration_status, offer timestamptz, hold uuid)
  RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT ${condition} $$;`

/** A number for the true order, without the lock that comes with it. */
const numbered = (text: string) =>
  text.replace(
    /UPDATE events SET serial = serial \+ (\S+)\s+WHERE id = (\S+) AND removed_at IS NULL RETURNING serial/,
    "SELECT max(nextval('numbers')) OVER () AS serial FROM events, generate_series(1, $1) WHERE id = $2 ORDER BY 1 DESC LIMIT 1",
  )

const lastFirst: Mistake['ask'] = rewritten(
  /ORDER BY "public"\."registrations"\."waitlist_position" ASC/,
  'ORDER BY "public"."registrations"."waitlist_position" DESC',
)
const oneTooMany = believing({ capacity: (seats) => Number(seats) + 1 })

const ofTheLock: Seeded[] = [
  {
    what: 'no lock of the event',
    brief: true,
    patch: numbers,
    ask: async ({ text }) => (text.includes(lock) ? { text: numbered(text) } : undefined),
  },
  {
    what: 'REPEATABLE READ with an advisory lock',
    patch: numbers,
    ask: async ({ text, values, run }) => {
      if (text.startsWith('SET TRANSACTION')) return { text: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ' }
      if (!text.includes(lock)) return
      await run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [values[1]])
      return { text: numbered(text) }
    },
  },
  {
    what: 'places in the queue from a sequence',
    patch: 'CREATE TABLE sequences (event uuid PRIMARY KEY, last int);',
    ask: async ({ text, values, aside }) => {
      const several = text.includes('waitlist_last + $1')
      if (!several && !text.includes('RETURNING waitlist_last AS place')) return
      const [count, event] = several ? values : [1, values[0]]
      const rows = await aside(
        'INSERT INTO sequences AS s VALUES ($1, $2) ON CONFLICT (event) DO UPDATE SET last = s.last + $2 RETURNING last',
        [event, count],
      )
      const set = `waitlist_last = ${rows[0]?.last}`
      return {
        text: text.replace(/waitlist_last = waitlist_last \+ (\$1::int|1)/, several ? `${set} + 0 * $1::int` : set),
      }
    },
  },
  {
    what: 'the log is written beside the transaction',
    ask: async ({ text, values, aside }) => {
      if (!/^\s*INSERT INTO ("public"\.)?"?activities/.test(text)) return
      await aside(text, values)
      return { text: 'SELECT 1', values: [] }
    },
  },
]

const ofTheQueue: Seeded[] = [
  { what: 'whoever came last is let in first', patch: passing, ask: lastFirst },
  { what: 'whoever came last is let in first, while the database objects', brief: true, hours: [720], ask: lastFirst },
  {
    what: 'whoever comes new passes those who wait',
    patch: passing,
    answer: believing({ someoneWaits: () => false }, ({ seen }) => seen.some(registers)),
  },
  {
    what: 'an offer that ran out goes to nobody',
    hours: [40, 26],
    answer: believing({ someoneWaits: () => false }, ({ told }) => told.includes('offer_expired')),
  },
  { what: 'offers never run out', hours: [40, 26], answer: believing({ offersDue: () => false }) },
  { what: 'an offer thinks in the hours of UTC', hours: [40, 26], answer: believing({ timeZone: () => 'UTC' }) },
]

const ofTheSeats: Seeded[] = [
  { what: 'one seat too many', patch: noLimits, answer: oneTooMany },
  { what: 'one seat too many, while the database objects', brief: true, answer: oneTooMany },
  { what: 'an offered seat is not held', patch: takesOpen(`hold IS NULL AND status = 'confirmed'`) },
  {
    what: 'seats set aside count in the public pool',
    patch: takesOpen(`status = 'confirmed' OR (hold IS NULL AND offer IS NOT NULL)`),
  },
  {
    what: 'whoever cancels keeps the seat',
    patch: takesOpen(`hold IS NULL AND (status IN ('confirmed', 'cancelled') OR offer IS NOT NULL)`),
  },
  {
    what: 'a lowered capacity puts people out',
    answer: ({ text }, rows, names) =>
      /^SELECT[\s\S]*"summary"[\s\S]*FROM "public"\."events"/.test(text)
        ? rows.map((row) => row.map((cell, n) => (names[n] === 'open_count' ? 0 : cell)))
        : rows,
    ask: async ({ text, values, run }) => {
      const at = /^UPDATE "public"\."events" SET .*"capacity" = \$(\d+)/.exec(text)
      if (!at) return
      const event = values.find((value) => /^[0-9a-f-]{36}$/.test(String(value)))
      await run(
        `UPDATE registrations SET status = 'cancelled', ended_at = now() WHERE (event_id, id) IN (SELECT event_id, id FROM
          registrations WHERE event_id = $1 AND status = 'confirmed' AND hold_id IS NULL ORDER BY confirmed_at OFFSET $2)`,
        [event, values[Number(at[1]) - 1]],
      )
    },
  },
]

const ofRepeats: Seeded[] = [
  {
    what: 'keys are not looked up',
    patch: 'DROP INDEX registrations_one_per_request; ALTER TABLE request_keys DROP CONSTRAINT request_keys_pkey;',
    answer: ({ text }, rows) => (/^\s*SELECT[\s\S]*FROM ("public"\.)?"?request_keys/.test(text) ? [] : rows),
  },
  { what: 'one person with two places', patch: 'DROP INDEX registrations_one_live_per_person;' },
  {
    what: 'nobody knows who is in already',
    patch: 'DROP INDEX check_ins_one_accepted_per_ticket;',
    answer: ({ text }, rows) => (/^SELECT[\s\S]*FROM "public"\."check_ins"/.test(text) ? [] : rows),
  },
  {
    what: 'a scan that was taken back still counts',
    brief: true,
    seed: 56,
    ask: rewritten(
      /^(SELECT[\s\S]*FROM "public"\."check_ins"[\s\S]*)"public"\."check_ins"\."undone_at" IS NULL/,
      '$1TRUE',
    ),
  },
  {
    what: 'of two edits at once the second wins',
    ask: rewritten(/^(UPDATE "public"\."events" SET [\s\S]*)("public"\."events"\."version" = \$\d+)/, '$1($2 OR TRUE)'),
  },
]

export const mistakes: Seeded[] = [...ofTheLock, ...ofTheQueue, ...ofTheSeats, ...ofRepeats]
