import { setTimeout as sleep } from 'node:timers/promises'
import { atPlace, health, leftOver, processesOf, READY } from '../support/commands'
import { expect, test } from '../support/test'

const USED = { used: true }

test('killed at one moment of the first start after another, it comes up in the end', async () => {
  await atPlace(async ({ dir, start }) => {
    for (const moment of [120, 350, 600, 900, 1300, 2000]) {
      const command = start({ SEED_DEMO: '1' })
      await sleep(moment)
      command.kill('SIGKILL')
      await command.ended
    }
    const last = await start({ SEED_DEMO: '1' }).says(READY)
    expect(await health(last.port)).toBe(200)
    expect(processesOf(dir).filter(({ command }) => command.includes(' -D '))).toHaveLength(1)
    expect(await last.stop()).toBe(0)
    expect(await leftOver(dir)).toEqual([])
  })
})

test('killed with its database and everything else, it comes up again', async () => {
  await atPlace(async ({ dir, start }) => {
    const first = await start().says(READY)
    first.kill('SIGKILL')
    for (const { pid } of processesOf(dir)) process.kill(pid, 'SIGKILL')
    const second = await start().says(READY)
    expect(await health(second.port)).toBe(200)
    expect(await second.stop()).toBe(0)
  }, USED)
})

test('killed while it runs, it leaves no server and no database behind', async () => {
  await atPlace(async ({ dir, start }) => {
    const command = await start().says(READY)
    expect(await health(command.port)).toBe(200)
    command.kill('SIGKILL')
    expect(await leftOver(dir)).toEqual([])
    expect(await health(command.port)).toBe(0)
  }, USED)
})

test('a killed database comes back on its own, for the same site', async () => {
  await atPlace(async ({ dir, start }) => {
    const command = await start().says(READY)
    for (const { pid, command: line } of processesOf(dir)) if (line.includes(' -D ')) process.kill(pid, 'SIGKILL')
    await expect
      .poll(() => processesOf(dir).filter(({ command: line }) => line.includes(' -D ')).length, { timeout: 60_000 })
      .toBe(1)
    await expect.poll(() => health(command.port), { timeout: 60_000 }).toBe(200)
    expect(await command.stop()).toBe(0)
    expect(await leftOver(dir)).toEqual([])
  }, USED)
})
