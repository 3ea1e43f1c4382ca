import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { inRoot } from '../../scripts/machine/places.mjs'
import { aRaffle, goOn, locked } from '../support/draws'
import { organiserLink } from '../support/server'

const slow = { timeout: 30_000 }

/** What the console asks for next, pressed in the host's words; nobody is absent. */
async function rehearse(page: Page) {
  await page.getByRole('button', { name: '开始彩排' }).click()
  await page.getByRole('button', { name: '锁定名单' }).click()
  await page.getByRole('button', { name: /^抽「/ }).click()
  for (let die = 0; die < 16; die++) await page.getByRole('button', { name: `${(die % 6) + 1} 点` }).click()
  await page.getByRole('button', { name: '念给大家核对' }).click()
  for (const nth of [1, 2, 3]) await page.getByLabel(`第 ${nth} 位：和我掷的一样`).check()
  await page.getByRole('button', { name: '对，就是这些' }).click()
  await expect(page.getByRole('heading', { name: '可以开奖了' })).toBeVisible()
}

test('a rehearsal from the plan to the first winner, on two consoles and the big screen', async ({ page, context }) => {
  test.setTimeout(120_000)
  const stage = '/stage/yiqi-ai/shenzhen'
  await page.goto(await organiserLink())
  await page.getByRole('button').first().click()
  await page.waitForURL(/organize/)
  const console = `/zh${stage.replace('/stage/', '/organize/')}/draws?rehearsal=1`
  await page.goto(console)
  await rehearse(page)
  const other = await context.newPage()
  await other.goto(console)
  const screen = await context.newPage()
  await screen.goto(`/zh${stage}?rehearsal=1`)
  await expect(screen.getByText('彩排 · 都是虚构的人，不算数')).toBeVisible()
  // A space that somebody types is a space; the same key of a presenter, pressed on the page, reveals.
  await page.getByText('作废这一抽').first().click()
  await page.getByLabel('为什么作废').pressSequentially('骰子 滚下了台')
  await expect(page.getByRole('heading', { name: '可以开奖了' })).toBeVisible()
  await page.getByLabel('为什么作废').fill('')
  await page.getByRole('heading', { name: '可以开奖了' }).click()
  await page.keyboard.press('PageDown')
  const here = other.getByRole('button', { name: /到了$/ }).first()
  // The others ask every other second; on a busy machine an answer takes its time.
  await expect(here).toBeVisible(slow)
  await here.click()
  await expect(page.getByText('已领', { exact: true }).first()).toBeVisible(slow)
  await expect(screen.locator('[data-status=claimed]')).toHaveCount(1, slow)
  await expect(screen.getByText(/^\[TEST\]/).first()).toBeVisible()
})

test('the checking page works from disk, makes no request and finds a changed record', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.addInitScript(() => Object.defineProperty(navigator, 'language', { get: () => 'zh-CN' }))
  await page.goto(`file://${inRoot('public/verify/hat1.html')}`)
  const { vectors } = JSON.parse(readFileSync(inRoot('tests/rules/vectors/vectors.json'), 'utf8'))
  const { plan, list, log, head } = vectors[1]
  const bundle = { protocol: 'hat/1', plan, list, log: log.map((line: object) => pick(line)), head }
  await choose(page, bundle)
  await expect(page.getByText('✓ 全部对得上')).toBeVisible()
  await page.getByLabel('我的条目、公开编号，或领奖的号码').fill('119')
  await page.getByRole('button', { name: '查一查' }).click()
  await expect(page.getByText('中了，已领').first()).toBeVisible()
  await choose(page, { ...bundle, list: list.slice(1) })
  await expect(page.getByText('✗ 对不上')).toBeVisible()
  await expect(page.getByText('名单的人数和锁定时不同。')).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByText('the list has another length than was locked.')).toBeVisible()
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
})

const pick = (line: object) => {
  const { hash, rec } = line as { hash: string; rec: object }
  return { hash, rec }
}

const choose = (page: Page, bundle: object) =>
  page
    .getByLabel(/bundle\.json/)
    .setInputFiles({ name: 'bundle.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(bundle)) })

test('a laptop two days off counts down to the beacon by the server’s clock', async ({ page }) => {
  const { scope } = await aRaffle({ people: 3, prizes: [['抱枕', 1]] })
  await locked(scope, { preset: 'beacon' })
  await goOn(scope)
  await page.clock.setSystemTime(Date.now() + 2 * 86_400_000)
  await page.goto(`/zh/stage/${scope.seriesSlug}/${scope.eventSlug}`)
  const left = page.locator('.draw-clock')
  await expect(left).toHaveText(/^(\d{1,2}|已公布)$/, slow)
  expect(Number((await left.innerText()).replace('已公布', '0'))).toBeLessThan(40)
})
