import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../scripts/machine/places.mjs'
import { atPlace, type Command, READY } from '../support/commands'
import { freshDatabase, sql, urlFor } from '../support/database'
import { expect, test } from '../support/test'

/** It ended with a failure, one sentence, and no stack trace or password of ours. */
async function expectRefusal(command: Command, sentence: RegExp) {
  expect(await command.ended, command.output).toBe(1)
  expect(command.output).toMatch(sentence)
  expect(command.output).not.toMatch(/\n {4}at |hunter2/)
}

test('a database that nobody answers for', async () => {
  await atPlace(async ({ start }) => {
    const command = start({ DATABASE_URL: 'postgresql://app:hunter2@127.0.0.1:9/app' })
    await expectRefusal(command, /✗ The database at 127\.0\.0\.1:9\/app can't be used: nobody answers there\./)
  })
})

test('a database that is not there, a wrong password, no address at all', async () => {
  const { url, close } = await freshDatabase({ empty: true })
  const wrong = new URL(url)
  wrong.password = 'hunter2'
  try {
    await atPlace(async ({ start }) => {
      await expectRefusal(
        start({ DATABASE_URL: urlFor(url, 'nowhere') }),
        /✗ .*\/nowhere can't be used: there is no database/,
      )
      await expectRefusal(start({ DATABASE_URL: wrong.href }), /✗ .* user or password is wrong/)
      await expectRefusal(start({ DATABASE_URL: 'hunter2' }), /✗ DATABASE_URL is not an address/)
    })
  } finally {
    await close()
  }
})

test('a database that may forget what it acknowledged', async () => {
  const { url, close } = await freshDatabase()
  try {
    await sql(url, `alter database "${new URL(url).pathname.slice(1)}" set synchronous_commit = off`)
    await atPlace(async ({ start }) => {
      await expectRefusal(start({ DATABASE_URL: url }), /✗ The database at .* runs with synchronous_commit = off/)
    })
  } finally {
    await close()
  }
})

test('a database newer than the code', async () => {
  const { url, close } = await freshDatabase()
  const newer =
    "insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('n', 'n', '2999_newer', now())"
  try {
    await sql(url, newer)
    await atPlace(async ({ start }) => {
      await expectRefusal(start({ DATABASE_URL: url }), /✗ This database is newer than this code: .* 2999_newer/)
    })
  } finally {
    await close()
  }
})

test('a failing migration, which goes on once it is corrected', async () => {
  await atPlace(async ({ dir, start }) => {
    const folder = join(dir, 'migrations')
    const file = join(folder, '29990101000000_last/migration.sql')
    cpSync(inRoot('prisma/migrations'), folder, { recursive: true })
    mkdirSync(join(folder, '29990101000000_last'))
    writeFileSync(file, 'create table last_stop (id int);\nselect 1 / 0;')
    await expectRefusal(start({ MIGRATIONS_DIR: folder }), /✗ Migration 29990101000000_last failed: division by zero/)
    writeFileSync(file, 'create table last_stop (id int);')
    const command = await start({ MIGRATIONS_DIR: folder }).says(READY)
    expect(await command.stop()).toBe(0)
  })
})

test('a data folder that can not be written', async () => {
  await atPlace(async ({ dir, start }) => {
    writeFileSync(join(dir, 'file'), '')
    await expectRefusal(start({ DATA_DIR: join(dir, 'file/inside') }), /✗ Can't write to .*file\/inside/)
  })
})

test('a port that is none', async () => {
  await atPlace(async ({ start }) => {
    await expectRefusal(start({ PORT: 'eighty' }), /✗ PORT is "eighty"/)
  })
})

test('a database folder that lost its password', async () => {
  await atPlace(
    async ({ dir, start }) => {
      rmSync(join(dir, 'postgres-password'))
      await expectRefusal(start(), /✗ The password in .* does not open the database/)
    },
    { used: true },
  )
})

test('a Node that is too old', () => {
  const check = (version: string) =>
    spawnSync(
      process.execPath,
      ['-e', `import('./scripts/machine/node-version.mjs').then((m) => m.checkNode('${version}'))`],
      {
        cwd: inRoot(),
        encoding: 'utf8',
      },
    )
  for (const version of ['16.20.2', '18.20.4', '20.18.9']) {
    const { status, stderr } = check(version)
    expect(status).toBe(1)
    expect(stderr).toContain(`✗ Next Stop needs Node.js 20.19 or newer; this is ${version}`)
  }
  for (const version of ['20.19.0', '22.1.0', '24.0.0']) expect(check(version).status).toBe(0)
})
