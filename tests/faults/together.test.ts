import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { atPlace, firstPort, health, leftOver, processesOf, READY } from '../support/commands'
import { expect, test } from '../support/test'

const USED = { used: true }
const servers = (dir: string) => processesOf(dir).filter(({ command }) => command.includes(' -D '))

test('two first starts at once share one database, and the first to stop leaves it to the other', async () => {
  await atPlace(async ({ dir, start }) => {
    const [one, two] = [start(), start()]
    await Promise.all([one.says(READY), two.says(READY)])
    expect(one.port).not.toBe(two.port)
    expect(servers(dir)).toHaveLength(1)
    expect(await one.stop()).toBe(0)
    expect(servers(dir)).toHaveLength(1)
    expect(await health(two.port)).toBe(200)
    expect(await two.stop()).toBe(0)
    expect(await leftOver(dir)).toEqual([])
  })
})

test('a port in use is said, and the next one taken', async () => {
  const port = firstPort + 20
  const other = createServer().listen(port, '127.0.0.1')
  try {
    await atPlace(async ({ start }) => {
      const command = await start({ PORT: String(port) }).says(READY)
      expect(command.output).toContain(`Port ${port} is in use`)
      expect(command.port).toBe(port + 1)
      expect(await health(port + 1)).toBe(200)
    }, USED)
  } finally {
    other.close()
  }
})

test('a postmaster.pid left by a crash, its number now another program, does not stop a start', async () => {
  await atPlace(async ({ dir, start }) => {
    writeFileSync(join(dir, 'postgres/postmaster.pid'), `${process.pid}\n${dir}/postgres\n1\n4339\n\n127.0.0.1\n`)
    const command = await start().says(READY)
    expect(await command.stop()).toBe(0)
    expect(await leftOver(dir)).toEqual([])
  }, USED)
})

/** The beginning of a request, already at the server; `finish` sends the rest and answers the first line back. */
async function beginRequest(port: number) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write('GET /readyz HTTP/1.1\r\nHost: localhost\r\n')
  return async () => {
    socket.write('Connection: close\r\n\r\n')
    let answer = ''
    for await (const chunk of socket) answer += chunk
    return answer.split('\r\n')[0]
  }
}

test('requests under way are answered before it goes, new ones are not taken', async () => {
  await atPlace(async ({ start }) => {
    const command = await start().says(READY)
    const underWay = await Promise.all(Array.from({ length: 20 }, () => beginRequest(command.port)))
    // Once a later request is answered, the beginnings of the earlier ones have been read.
    await sleep(200)
    expect(await health(command.port)).toBe(200)
    command.kill('SIGTERM')
    await expect.poll(() => health(command.port), { timeout: 15_000 }).toBe(0)
    const answers = await Promise.all(underWay.map((finish) => finish()))
    expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 200 OK']))
    expect(await command.ended).toBe(0)
  }, USED)
})

test('npm ended, everything ends', async () => {
  await atPlace(async ({ dir, start }) => {
    const command = await start({}, { npm: true }).says(READY)
    command.kill('SIGTERM')
    await command.ended
    expect(await leftOver(dir)).toEqual([])
    expect(await health(command.port)).toBe(0)
  }, USED)
})
