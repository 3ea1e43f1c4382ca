// checklist: 4, 58, 59
import type { Page } from '@playwright/test'
import { closeSession } from '@/lib/draws/commands/plan'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { linkPath } from '@/lib/people/holder'
import { publishedEvent } from '@/lib/people/scope'
import zh from '@/lib/words/zh/draws.json' with { type: 'json' }
import form from '@/lib/words/zh/form.json' with { type: 'json' }
import hat from '@/lib/words/zh/hat.json' with { type: 'json' }
import { expect, test } from '../support/browser'
import { aRaffle, dice, goOn, planned, type Stage, seen, viewed } from '../support/draws'
import { aGuest } from '../support/guests'
import { consoleOf, wide } from '../support/stage'

const soon = { timeout: 20_000 }
const pressed = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click(soon)
const asked = (page: Page, title: string) => expect(page.getByRole('heading', { name: title })).toBeVisible(soon)

type Screens = { host: Page; screen: Page; phone: Page }

/** In the hat, or not locked yet: what stands on the ticket however the draw goes. */
const onTicket = (phone: Page) => phone.locator('#draw')

/**
 * Takes the network from all three, looks at what each says and keeps, tries `act` in vain, and gives it back: nothing
 * was written, and everything goes on by itself.
 */
async function without({ host, screen, phone }: Screens, scope: Stage, act?: () => Promise<void>) {
  const { head, step } = await viewed(scope)
  const pages = [host, screen, phone]
  const inHat = await onTicket(phone).innerText()
  for (const page of pages) await page.context().setOffline(true)
  const told = step.step === 'closed' ? zh.offline : zh.offlineAt[step.step]
  await expect(host.getByText(told)).toBeVisible(soon)
  await expect(screen.locator('#stage[data-offline]')).toHaveCount(1, soon)
  // Whoever was called just then keeps reading that, whatever the network does.
  const called = phone.getByRole('alert').filter({ hasText: hat.ticket.come })
  await expect(phone.getByText(hat.ticket.offline).or(called).first()).toBeVisible(soon)
  // Between draws its pictures take turns.
  const picture = screen.locator((await screen.locator('.draw').count()) > 0 ? '.draw' : '.stage-name')
  let onScreen = ''
  let same = 0
  // What was asked for before the network went may still arrive, and names come after a moment of nothing.
  const still = async () => {
    const before = onScreen
    onScreen = await picture.innerText()
    same = onScreen === before && onScreen.trim() !== '' ? same + 1 : 0
    return same
  }
  await expect.poll(still, { ...soon, intervals: [600] }).toBeGreaterThan(2)
  if (act) {
    await act()
    await expect(host.getByText(form.unreached).first()).toBeVisible(soon)
  }
  for (const [name, page] of Object.entries({ host, screen, phone })) {
    const path = `${process.env.PICTURES}/offline-${step.step}-${name}.png`
    if (process.env.PICTURES) await page.screenshot({ path })
  }
  await expect(onTicket(phone)).toHaveText(inHat)
  await expect(picture).toHaveText(onScreen, { useInnerText: true, ...soon })
  for (const page of pages) await page.context().setOffline(false)
  await expect(host.getByText(told)).toBeHidden(soon)
  await expect(screen.locator('#stage[data-offline]')).toHaveCount(0, soon)
  await expect(phone.getByText(hat.ticket.offline)).toBeHidden(soon)
  expect((await viewed(scope)).head).toBe(head)
}

test('the network goes in every state of a draw: screens say so and keep what they show, no press is lost or counted twice', async ({
  page: phone,
  person,
}) => {
  test.setTimeout(150_000)
  const { event, scope } = await aRaffle({ people: 5, prizes: [['抱枕', 2]] })
  const proof = await publishedEvent({ id: event.id })
  if (!proof) throw new Error('the event is not published')
  const guest = await aGuest(proof, { name: '林一诺' })
  const id = await planned(scope)
  const host = await person({ phone: false })
  const screen = await person({ phone: false })
  await screen.setViewportSize(wide)
  await consoleOf(host, scope)
  await screen.goto(`/zh/stage/${scope.seriesSlug}/${scope.eventSlug}`)
  await phone.goto(linkPath('ticket', guest.secret))
  const screens = { host, screen, phone }

  await host.getByLabel(/^所有报名成功的人/).check()
  await without(screens, scope, () => pressed(host, zh.lock.submit))
  await expect(host.getByLabel(/^所有报名成功的人/)).toBeChecked()
  await pressed(host, zh.lock.submit)
  await asked(host, zh.arm.title)
  await expect(onTicket(phone)).toHaveText('你在抽奖箱里：6 号', soon)
  await without(screens, scope, () => pressed(host, /^抽「抱枕」/))
  await pressed(host, /^抽「抱枕」/)

  await asked(host, zh.pad.title)
  for (const die of dice.slice(3).split(' ')) await pressed(host, `${die} 点`)
  await host.reload()
  await expect(host.getByText('16 / 16')).toBeVisible()
  await pressed(host, zh.pad.readBack)
  for (const nth of [1, 2, 3]) await host.getByLabel(`第 ${nth} 位：和我掷的一样`).check()
  await without(screens, scope, () => pressed(host, zh.pad.confirm))
  for (const nth of [1, 2, 3]) await expect(host.getByLabel(`第 ${nth} 位：和我掷的一样`)).toBeChecked()
  await pressed(host, zh.pad.confirm)
  await asked(host, zh.reveal.title)

  await host.getByText(zh.void.open).first().click()
  await host.getByLabel(zh.void.reason).fill('一颗骰子滚下了台')
  await without(screens, scope, () => pressed(host, zh.void.submit))
  await expect(host.getByLabel(zh.void.reason)).toHaveValue('一颗骰子滚下了台')
  await pressed(host, zh.void.submit)
  await asked(host, zh.arm.title)
  await goOn(scope)
  await goOn(scope)

  await asked(host, zh.reveal.title)
  await without(screens, scope, () => pressed(host, zh.reveal.submit))
  await host.getByRole('button', { name: zh.reveal.submit, exact: true }).dblclick()
  await asked(host, zh.claim.title)
  await without(screens, scope, () => pressed(host, /到了$/))
  await pressed(host, /到了$/)
  await expect(host.getByText(zh.claim.claimed, { exact: true })).toHaveCount(1, soon)
  await pressed(host, /不在，顺延$/)
  await without(screens, scope, () => pressed(host, zh.claim.absentSubmit))
  await pressed(host, zh.claim.absentSubmit)
  await expect(host.getByText(zh.claim.passed, { exact: true })).toHaveCount(1, soon)
  await goOn(scope)
  await expect(screen.locator('.draw-all li')).toHaveCount(1, soon)
  await without(screens, scope)
  await closeSession(scope, seen(await viewed(scope)))
  await expect(host.getByText(zh.spare.lead)).toBeHidden(soon)
  await expect(screen.locator('.draw')).toHaveCount(0, soon)
  await without(screens, scope)

  const bundle = await exportBundle(scope, id)
  expect(verifyBundle(bundle)).toMatchObject({ follows: true, people: 6, voids: 1, claims: 2 })
  const types = bundle?.log.map(({ rec }) => rec.type).join(' ')
  expect(types).toBe('open lock arm room void arm room result claim absent claim close')
})
