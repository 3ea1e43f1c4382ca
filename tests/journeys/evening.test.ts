import type { Page } from '@playwright/test'
import { database } from '@/lib/database/client'
import { voidDraw } from '@/lib/draws/commands/draw'
import { showNote } from '@/lib/draws/commands/note'
import { closeSession } from '@/lib/draws/commands/plan'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { expect, test } from '../support/browser'
import { absentNow, aRaffle, goOn, locked, type Stage, seen, viewed } from '../support/draws'
import { checkedIn, chineseFont, consoleOf, portrait, wide, withPhoto } from '../support/stage'

const soon = { timeout: 20_000 }
const pressed = (page: Page, name: RegExp | string) => page.getByRole('button', { name, exact: true }).first().click()

// checklist: 58, 59, 63
test('a whole evening on the big screen: the Shanghai prizes, three absents, one void, two consoles', async ({
  page: screen,
  person,
}) => {
  test.setTimeout(240_000)
  const { scope } = await aRaffle()
  await checkedIn(scope, 3)
  for (const { title } of await database().gift.findMany({ where: { ...scope.within, kind: 'prize' } }))
    await withPhoto(scope, title)
  await screen.setViewportSize(wide)
  await screen.goto(`/zh/stage/${scope.seriesSlug}/${scope.eventSlug}`)
  await portrait(screen, 'idle')
  await showNote(scope, { words: '有问题想问汗青？举手就好' })
  await expect(screen.getByText('有问题想问汗青？举手就好')).toBeVisible(soon)
  await portrait(screen, 'note')
  await showNote(scope, { words: '' })

  const { id } = await locked(scope)
  await expect(screen.getByText('名单已锁定')).toBeVisible(soon)
  await portrait(screen, 'locked')
  await goOn(scope)
  await expect(screen.getByText('请现场的朋友掷骰子')).toBeVisible(soon)
  await portrait(screen, 'throw')
  await goOn(scope)
  await expect(screen.locator('.draw-pieces li')).toHaveCount(16, soon)
  await portrait(screen, 'thrown')

  const before = await viewed(scope)
  const arm = before.armed?.arm ?? ''
  await voidDraw(scope, { ...seen(before), arm, reason: '一颗骰子滚下了台', signature: '' })
  await expect(screen.getByText('上一抽作废：一颗骰子滚下了台')).toBeVisible(soon)
  await portrait(screen, 'void')

  await goOn(scope)
  await goOn(scope)
  const one = await person({ phone: false })
  const two = await person({ phone: true })
  await consoleOf(one, scope)
  await consoleOf(two, scope)
  await expect(screen.locator('.draw-pieces li')).toHaveCount(16, soon)
  await screen.emulateMedia({ reducedMotion: 'no-preference' })
  await picture(one, 'console-laptop')
  await picture(two, 'console-phone')
  await pressed(one, '开奖')
  await expect(screen.locator('html[data-running]')).toHaveCount(1, soon)
  await expect(screen.locator('.draw-winners')).toBeHidden()
  await passing(screen)
  await screen.keyboard.press('PageDown')
  await expect(screen.locator('.draw-winners li')).toHaveCount(10)
  await portrait(screen, 'called')

  await two.getByRole('button', { name: /到了$/ }).first().click(soon)
  await expect(screen.locator('[data-status=claimed]')).toHaveCount(1, soon)
  await expect(one.getByText('已领', { exact: true })).toHaveCount(1, soon)
  for (let absents = 0; absents < 3; absents++) await absentNow(scope)
  await expect(screen.locator('[data-status=absent]')).toHaveCount(3, soon)
  await expect(screen.locator('.draw-winners li')).toHaveCount(13)
  await portrait(screen, 'absent')
  const shown = await screen.locator('.draw-winners').innerText()
  await screen.reload()
  expect(await screen.locator('.draw-winners').innerText()).toBe(shown)

  await screen.context().setOffline(true)
  await expect(screen.locator('#stage[data-offline]')).toHaveCount(1, { timeout: 60_000 })
  await goOn(scope)
  await screen.context().setOffline(false)
  await expect(screen.locator('[data-status=claimed]')).toHaveCount(2, soon)
  await expect(screen.locator('#stage[data-offline]')).toHaveCount(0, soon)

  while (await hasMany(scope)) await goOn(scope)
  await expect(screen.locator('[data-grid=one] .draw-name')).toBeVisible({ timeout: 30_000 })
  await portrait(screen, 'winner')
  await goOn(scope)
  while (await goOn(scope));
  await expect(screen.getByText('全部抽完了')).toBeVisible(soon)
  await portrait(screen, 'finished')
  const words = await screen.locator('body').innerText()
  expect(words).not.toMatch(/虚构|example\.com|guest-/)
  await closeSession(scope, seen(await viewed(scope)))
  const bundle = await exportBundle(scope, id)
  expect(verifyBundle(bundle)).toMatchObject({ follows: true, people: 180, voids: 1 })
  expect(bundle?.log.filter(({ rec }) => rec.type === 'absent')).toHaveLength(3)
})

async function passing(page: Page) {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/stage-passing.png` })
}

async function picture(page: Page, name: string) {
  if (!process.env.PICTURES) return
  await chineseFont(page)
  await page.waitForTimeout(1_500)
  await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true })
}

/** Until the first prize that one person alone has won. */
async function hasMany(scope: Stage): Promise<boolean> {
  const view = await viewed(scope)
  const { step } = view
  const draw = step.step === 'claim' ? view.draws.find(({ result }) => result === step.result) : null
  return !draw || draw.units > 1
}
