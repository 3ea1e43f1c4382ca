import { chownSync } from 'node:fs'
import { atPlace, leftOver, READY } from '../support/commands'
import { expect, test } from '../support/test'

const NOBODY = 65_534

test.skip(process.getuid?.() !== 0, 'only root can become somebody else')

test('a normal user starts it in a folder of their own', async () => {
  await atPlace(async ({ dir, start }) => {
    chownSync(dir, NOBODY, NOBODY)
    const command = await start({}, { uid: NOBODY }).says(READY)
    expect(await command.stop()).toBe(0)
    expect(await leftOver(dir)).toEqual([])
  })
})

test('root starts it where there are no user namespaces, the database as somebody else', async () => {
  await atPlace(async ({ dir, start }) => {
    for (let round = 0; round < 2; round += 1) {
      const command = await start({ POSTGRES_USER_NAMESPACE: 'off' }).says(READY)
      expect(await command.stop()).toBe(0)
      expect(await leftOver(dir)).toEqual([])
    }
  })
})
