import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { atPlace, health, READY } from '../support/commands'
import { freshDatabase, sql } from '../support/database'
import { expect, test } from '../support/test'

test('a database given by its address is used as it is: migrated, an owner, no demo, no server of ours', async () => {
  const { url, close } = await freshDatabase({ empty: true })
  try {
    await atPlace(async ({ dir, start }) => {
      const command = await start({ DATABASE_URL: url, SEED_DEMO: '1' }).says(READY)
      expect(await health(command.port)).toBe(200)
      expect(existsSync(join(dir, 'postgres'))).toBe(false)
      expect(await sql(url, 'select count(*)::int as series from series')).toEqual([{ series: 0 }])
      expect(await sql(url, 'select count(*)::int as owners from people where owner_since is not null')).toEqual([
        { owners: 1 },
      ])
      expect(await command.stop()).toBe(0)
      expect(command.output).not.toContain(new URL(url).password)
    })
  } finally {
    await close()
  }
})
