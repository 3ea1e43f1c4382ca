// checklist: 58, 59
import type { ChildProcess } from 'node:child_process'
import { type Browser, expect, test } from '@playwright/test'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import zh from '@/lib/words/zh/draws.json' with { type: 'json' }
import { launchServer } from '../../scripts/app/server.mjs'
import { loopbackPort } from '../../scripts/machine/ports.mjs'
import { aRaffle, goOn, locked, type Stage, viewed } from '../support/draws'
import { signInto, wide } from '../support/stage'

const soon = { timeout: 30_000 }
const host = '127.0.0.1'

/** What the console asks for in each state. */
const asks = { arm: zh.arm.title, throw: zh.pad.title }

/** A server of its own beside the one of all other tests, on the same data, to be killed and started again. */
async function aServer() {
  const port = await loopbackPort()
  const site = `http://${host}:${port}`
  const env = { ...process.env, PORT: String(port), SITE_URL: site, NEXTAUTH_URL: site }
  let child: ChildProcess | null = null
  return {
    site,
    start: async () => {
      child = await launchServer({ env, host, quiet: true })
    },
    kill: () => {
      if (child?.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
    },
  }
}

async function screensAt(browser: Browser, site: string, scope: Stage) {
  const context = await browser.newContext({ baseURL: site, locale: 'zh-CN', viewport: wide })
  await signInto(context, scope, site)
  const [screen, console] = [await context.newPage(), await context.newPage()]
  await screen.goto(`/zh/stage/${scope.seriesSlug}/${scope.eventSlug}`)
  await console.goto(`/zh/organize/${scope.seriesSlug}/${scope.eventSlug}/draws`)
  return { screen, console }
}

test('the server is killed before and after a draw is armed: screens wait with the state they show, and it goes on as fixed', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const server = await aServer()
  try {
    await server.start()
    const { scope } = await aRaffle({ people: 40, prizes: [['抱枕', 3]] })
    const { id } = await locked(scope)
    const { screen, console } = await screensAt(browser, server.site, scope)
    const log = async () => (await exportBundle(scope, id))?.log ?? []
    for (const step of ['arm', 'throw'] as const) {
      expect((await viewed(scope)).step.step).toBe(step)
      await expect(console.getByRole('heading', { name: asks[step] })).toBeVisible(soon)
      const shown = await screen.locator('#stage').innerText()
      const before = await log()
      server.kill()
      await expect(console.getByText(zh.offlineAt[step])).toBeVisible(soon)
      await expect(screen.locator('#stage[data-offline]')).toHaveCount(1, soon)
      expect(await screen.locator('#stage').innerText()).toContain(shown.slice(0, 40))
      expect((await log()).slice(0, before.length)).toEqual(before)
      expect(verifyBundle(await exportBundle(scope, id))).toMatchObject({ follows: true })
      await server.start()
      await expect(screen.locator('#stage[data-offline]')).toHaveCount(0, soon)
      if ((await viewed(scope)).step.step === step) await goOn(scope)
    }
    while (await goOn(scope));
    await expect(screen.locator('.draw-all li')).toHaveText(/抱枕(.*·.*){2}/, soon)
    const bundle = await exportBundle(scope, id)
    expect(verifyBundle(bundle)).toMatchObject({ follows: true, claims: 3 })
    expect(bundle?.log.filter(({ rec }) => rec.type === 'result')).toHaveLength(1)
  } finally {
    server.kill()
  }
})
