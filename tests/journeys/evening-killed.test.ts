// checklist: 58, 59
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { database } from '@/lib/database/client'
import { closeSession } from '@/lib/draws/commands/plan'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import zh from '@/lib/words/zh/draws.json' with { type: 'json' }
import { launchServer } from '../../scripts/app/server.mjs'
import { loopbackPort } from '../../scripts/machine/ports.mjs'
import { aRaffle, dice, goOn, locked, type Stage, seen, viewed } from '../support/draws'
import { signInto, wide } from '../support/stage'

const soon = { timeout: 30_000 }
const host = '127.0.0.1'

/** A process of the site on a port of its own. */
async function aProcess(site: string) {
  const port = await loopbackPort()
  const env = { ...process.env, PORT: String(port), SITE_URL: site, NEXTAUTH_URL: site }
  return { port, child: await launchServer({ env, host, quiet: true }) }
}
type Process = Awaited<ReturnType<typeof aProcess>>

const end = ({ child }: Process) => {
  if (child?.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
}

/** One address with one process behind it; when that is killed, `start` puts the next there, which came up meanwhile. */
async function aServer() {
  let now: Process | null = null
  const front = createServer((guest) => {
    const way = connect({ port: now?.port ?? 1, host })
    guest.pipe(way).pipe(guest)
    for (const one of [guest, way]) one.on('error', () => [guest, way].map((other) => other.destroy()))
  })
  front.listen(await loopbackPort(), host)
  await once(front, 'listening')
  const site = `http://${host}:${(front.address() as AddressInfo).port}`
  let next = aProcess(site)
  return {
    site,
    start: async () => {
      now = await next
      next = aProcess(site)
    },
    kill: () => {
      if (now) end(now)
      now = null
    },
    close: async () => {
      if (now) end(now)
      end(await next)
      front.close()
    },
  }
}
type Server = Awaited<ReturnType<typeof aServer>>

async function screensAt(browser: Browser, site: string, scope: Stage) {
  const context = await browser.newContext({ baseURL: site, locale: 'zh-CN', viewport: wide })
  await signInto(context, scope, site)
  const [screen, console] = [await context.newPage(), await context.newPage()]
  await screen.goto(`/zh/stage/${scope.seriesSlug}/${scope.eventSlug}`)
  await console.goto(`/zh/organize/${scope.seriesSlug}/${scope.eventSlug}/draws`)
  return { screen, console }
}

const pressed = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click({ timeout: 10_000 })
const asked = (page: Page, title: string) => expect(page.getByRole('heading', { name: title })).toBeVisible(soon)
const records = ({ eventId }: Stage) => database().drawRecord.count({ where: { eventId } })

/**
 * The server dies in the middle of what a press asks of it: nothing is written. With the next server the press arrives
 * after all, because the browser sends again what nobody answered, or because somebody presses again; never twice.
 */
async function diesBefore(server: Server, scope: Stage, press: () => Promise<void>) {
  const before = await records(scope)
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM events WHERE id = ${scope.eventId}::uuid FOR UPDATE`
    await press()
    const waits = async () => {
      const [found] = await tx.$queryRaw<{ waits: boolean }[]>`
        SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))) AS waits`
      return found?.waits
    }
    await expect.poll(waits, { ...soon, intervals: [50] }).toBe(true)
    server.kill()
  })
  expect(await records(scope)).toBe(before)
  await server.start()
  const again = async () => {
    if ((await records(scope)) === before) await press()
    expect(await records(scope)).toBe(before + 1)
  }
  await expect(again).toPass({ ...soon, intervals: [1_000] })
}

/** The server dies as soon as what was pressed is written, before anybody has heard of it. */
async function diesAfter(server: Server, scope: Stage, press: () => Promise<void>, meanwhile = async () => {}) {
  const before = await records(scope)
  await press()
  await expect.poll(() => records(scope), { ...soon, intervals: [10] }).toBe(before + 1)
  server.kill()
  await meanwhile()
  await server.start()
}

test('the server is killed around every act of a draw: it goes on by itself as it was fixed, and no record stands twice', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const server = await aServer()
  try {
    await server.start()
    const { scope } = await aRaffle({
      people: 12,
      prizes: [
        ['抱枕', 2],
        ['扑克牌', 1],
      ],
    })
    const { id } = await locked(scope)
    const { screen, console } = await screensAt(browser, server.site, scope)
    await goOn(scope)

    await asked(console, zh.pad.title)
    for (const die of dice.slice(3).split(' ')) await pressed(console, `${die} 点`)
    await pressed(console, zh.pad.readBack)
    for (const nth of [1, 2, 3]) await console.getByLabel(`第 ${nth} 位：和我掷的一样`).check()
    await diesAfter(server, scope, () => pressed(console, zh.pad.confirm))
    await asked(console, zh.reveal.title)
    await console.getByText(zh.void.open).first().click()
    await console.getByLabel(zh.void.reason).fill('一颗骰子滚下了台')
    await diesAfter(server, scope, () => pressed(console, zh.void.submit))
    await asked(console, zh.arm.title)
    await diesBefore(server, scope, () => pressed(console, /^抽「抱枕」/))
    await asked(console, zh.pad.title)
    await goOn(scope)

    await asked(console, zh.reveal.title)
    await diesAfter(
      server,
      scope,
      () => pressed(console, zh.reveal.submit),
      async () => {
        await expect(console.getByText(zh.offline)).toBeVisible(soon)
        await expect(screen.locator('#stage[data-offline]')).toHaveCount(1, soon)
      },
    )
    await asked(console, zh.claim.title)
    await expect(screen.locator('.draw-winners li')).toHaveCount(2, soon)
    await expect(screen.locator('#stage[data-offline]')).toHaveCount(0, soon)
    await diesAfter(server, scope, () => pressed(console, /到了$/))
    await expect(console.getByText(zh.claim.claimed, { exact: true })).toHaveCount(1, soon)
    await pressed(console, /不在，顺延$/)
    await diesBefore(server, scope, () => pressed(console, zh.claim.absentSubmit))
    await expect(console.getByText(zh.claim.passed, { exact: true })).toHaveCount(1, soon)
    while ((await viewed(scope)).step.step !== 'close') await goOn(scope)
    await expect(screen.locator('.draw-all li')).toHaveCount(2, soon)
    await closeSession(scope, seen(await viewed(scope)))

    const bundle = await exportBundle(scope, id)
    expect(verifyBundle(bundle)).toMatchObject({ follows: true, people: 12, voids: 1, claims: 3 })
    const types = bundle?.log.map(({ rec }) => rec.type).join(' ')
    expect(types).toBe('open lock arm room void arm room result claim absent claim arm room result claim close')
  } finally {
    await server.close()
  }
})
