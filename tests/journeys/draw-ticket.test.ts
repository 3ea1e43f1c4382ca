// checklist: 4, 58, 61
import type { Page } from '@playwright/test'
import { linkPath } from '@/lib/people/holder'
import { publishedEvent } from '@/lib/people/scope'
import { axeFaults } from '../support/axe'
import { expect, test } from '../support/browser'
import { aRaffle, goOn, locked, type Stage, viewed } from '../support/draws'
import { anOrganizerOf } from '../support/factories'
import { aGuest, rowOf } from '../support/guests'
import { signInto } from '../support/stage'

/** A look at what a page shows, kept when PICTURES names a folder. */
async function look(page: Page, name: string) {
  if (!process.env.PICTURES) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${process.env.PICTURES}/${name}-${colorScheme}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

async function untilStep(scope: Stage, step: string) {
  while ((await viewed(scope)).step.step !== step) await goOn(scope)
}

/** A camera that shows a picture without anything on it, and a browser that reads this code in it. */
const cameraSees = (page: Page, code: string) =>
  page.addInitScript((text) => {
    const stream = () => {
      const canvas = document.createElement('canvas')
      setInterval(() => canvas.getContext('2d')?.fillRect(0, 0, 9, 9), 50)
      return canvas.captureStream(20)
    }
    Object.assign(navigator.mediaDevices, { getUserMedia: async () => stream() })
    Object.assign(window, {
      BarcodeDetector: class {
        detect = async () => [{ rawValue: text }]
      },
    })
  }, code)

test('one evening on a phone: in the hat, called at once, checked by the phone itself, and the prize in their hands', async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const { event, scope } = await aRaffle({ people: 0, prizes: [['抱枕', 1]] })
  const proof = await publishedEvent({ id: event.id })
  if (!proof) throw new Error('the event is not published')
  const guest = await aGuest(proof, { name: '林一诺' })
  await locked(scope)
  await page.goto(linkPath('ticket', guest.secret))
  await expect(page.getByRole('heading', { name: '你在抽奖箱里：1 号' })).toBeVisible()
  await expect(page.getByText('这部手机记下了 2 条记录码，全部还在。')).toBeVisible()
  await look(page, 'ticket-in-the-hat')

  await untilStep(scope, 'reveal')
  const plain = await person({ javaScriptEnabled: false })
  await plain.goto(linkPath('ticket', guest.secret))
  await expect(plain.getByRole('heading', { name: '你在抽奖箱里：1 号' })).toBeVisible()
  const drawn = Date.now()
  await goOn(scope)
  await expect(page.getByRole('main').getByText('你中奖了，请上台')).toBeVisible()
  console.log(`told ${Date.now() - drawn} ms after the host pressed`)
  await look(page, 'ticket-called')
  await plain.reload()
  await expect(plain.getByRole('main').getByText('你中奖了，请上台')).toBeVisible()
  await goOn(scope)
  await expect(page.getByText('到领奖处出示票上的二维码就能领。')).toBeVisible()
  await look(page, 'ticket-yours')

  await page.getByRole('link', { name: '验算这场抽奖' }).click()
  await expect(page.getByText('✓ 全部对得上')).toBeVisible()
  await expect(page.getByText('✓ 在。名单第 1 行，共 1 行')).toBeVisible()
  await expect(page.getByText('条全部还在，一个字符都没变。')).toBeVisible()
  const { lock } = await viewed(scope)
  await page.getByLabel('照片上的码').fill((lock?.code ?? '').toLowerCase().replaceAll('0', 'o'))
  await page.getByRole('button', { name: '对一对' }).click()
  await expect(page.getByText('✓ 一样：这是第 1 条记录（锁定名单）。')).toBeVisible()
  await page.getByText('规则与每一条记录').click()
  await expect(page.getByText(/^printf 'hat1\/rec/).first()).toBeVisible()
  await look(page, 'check')
  expect(await axeFaults(page)).toEqual([])

  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('hat1:')) ?? ''
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}')
    kept.seen[1].hash = 'f'.repeat(64)
    localStorage.setItem(key, JSON.stringify(kept))
  })
  await page.goto(linkPath('ticket', guest.secret))
  await expect(page.getByRole('alert').filter({ hasText: '第 1 条记录和这部手机看到过的不一样' })).toBeVisible()
  await look(page, 'ticket-replaced')

  const door = await anOrganizerOf('checkin.run', event)
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', viewport: { width: 390, height: 844 } })
  await signInto(context, door, baseURL ?? '')
  const crew = await context.newPage()
  const { ticketCode } = await rowOf(event.id, guest.registrationId)
  await cameraSees(crew, ticketCode)
  await crew.goto(`/zh/organize/${event.series.slug}/${event.slug}/prizes`)
  await look(crew, 'hand-over')
  await crew.getByRole('button', { name: '用相机扫' }).click()
  await crew.waitForURL(/ticket=/)
  await look(crew, 'hand-over-found')
  await crew.getByRole('button', { name: '交给本人' }).click()
  await expect(crew.getByText(/已领/).first()).toBeVisible()
  expect(await axeFaults(crew)).toEqual([])
  await look(crew, 'hand-over-done')
  await page.reload()
  await expect(page.getByText('已经交给你了。')).toBeVisible()
  await context.close()
})
