// checklist: 58
import type { Page } from '@playwright/test'
import { linkPath } from '@/lib/people/holder'
import { aBallot, ballotOf } from '../support/ballots'
import { expect, test } from '../support/browser'
import { stepOn } from '../support/draws'
import { chineseFont, consoleOf } from '../support/stage'

const soon = { timeout: 20_000 }

async function look(page: Page, name: string) {
  if (!process.env.PICTURES) return
  await chineseFont(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${process.env.PICTURES}/ballot-${name}-${colorScheme}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('seats by lot: rules, lock, throw, and everybody finds their place on their own ticket and checks it', async ({
  page,
  person,
}) => {
  test.setTimeout(120_000)
  const { scope, tickets, close } = await aBallot({ seats: 2, people: 5 })
  const host = await person({ phone: false })
  await consoleOf(host, scope, '?ballot=1')
  await host.getByLabel('随机数从哪来').selectOption('room')
  await look(host, 'window-open')
  await host.getByRole('button', { name: '公开抽签规则' }).click()
  await expect(host.getByRole('heading', { name: '等登记截止' })).toBeVisible()
  await expect(host.getByRole('button', { name: '锁定名单' })).toHaveCount(0)
  await close()
  await host.reload()
  await look(host, 'lock')
  await host.getByRole('button', { name: '锁定名单' }).click()
  await host.getByRole('button', { name: '抽「名额」 · 2 份' }).click()
  await expect(host.getByRole('heading', { name: '记下现场的结果' })).toBeVisible()

  const ticket = linkPath('ticket', tickets[0]?.secret ?? '')
  await page.goto(ticket)
  await expect(page.getByRole('heading', { name: '你的签号：1' })).toBeVisible()
  await expect(page.getByText('5 人抽 2 个名额。')).toBeVisible()
  await look(page, 'ticket-before')
  await stepOn(scope, await ballotOf(scope))
  await host.getByRole('button', { name: '开奖' }).click(soon)
  await expect(page.getByText(/^第 \d 名，共 5 人，2 个名额。$/)).toBeVisible(soon)
  await look(page, 'ticket-after')
  await expect(host.getByText('已抽完：2 个名额，5 人参加。')).toBeVisible(soon)
  await look(host, 'done')

  await page.getByRole('link', { name: '验算这场抽签' }).click()
  await expect(page.getByText('✓ 全部对得上')).toBeVisible(soon)
  await expect(page.getByText(/✓ 在。名单第 \d 行，共 5 行/)).toBeVisible()
  expect(await page.locator('body').innerText()).not.toMatch(/虚|example\.com/)
  await look(page, 'check')
  const english = await person({ language: 'en' })
  await english.goto(page.url().replace('/zh/', '/en/').replace(/#.*/, ''))
  await expect(english.getByText('2 seats are drawn, one lot for everybody who entered.')).toBeVisible()
  await look(english, 'public-en')
})
