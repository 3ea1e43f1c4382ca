// checklist: 4, 9, 10, 45
import type { Page } from '@playwright/test'
import { database } from '@/lib/database/client'
import { systemJob } from '@/lib/people/scope'
import { cancelMine } from '@/lib/registration/commands/mine'
import { moveSeats } from '@/lib/registration/commands/move-seats'
import { expect, test } from '../support/browser'
import { aPerson, giveRole } from '../support/factories'
import { aGuest, anAddress, aPublishedEvent, holding, rowOf } from '../support/guests'
import { sessionCookie } from '../support/identities'

/** A stop of one seat in thirty hours (or so many), that seat taken. */
async function aFullStop(hours = 30) {
  const startsAt = new Date(Date.now() + hours * 3_600_000)
  const { event, proof } = await aPublishedEvent({ capacity: 1, startsAt })
  const seated = await holding(await aGuest(proof, { name: '先来的人' }))
  return {
    event,
    proof,
    seated,
    path: `/zh/${event.series.slug}/${event.slug}`,
    organize: `/zh/organize/${event.series.slug}/${event.slug}`,
  }
}

async function joinQueue(page: Page, path: string, place: number) {
  await page.goto(`${path}/register`)
  await page.getByLabel('怎么称呼你').fill('林一诺')
  await page.getByLabel('邮箱或手机号').fill(anAddress())
  await page.getByRole('button', { name: '进入候补' }).click()
  await expect(page.getByRole('heading', { name: `候补第 ${place} 位` })).toBeVisible()
}

async function signIn(page: Page, seriesId: string) {
  const viewer = await aPerson()
  await giveRole(viewer, 'organizer', { seriesId })
  const [name = '', value = ''] = (await sessionCookie(viewer)).split('=')
  await page.context().addCookies([{ name, value, url: process.env.SITE_URL ?? '' }])
}

test('without JavaScript, on a phone in WeChat: a seat that comes free is offered with a time by day, and taken', async ({
  person,
}) => {
  const { seated, path } = await aFullStop()
  const userAgent = 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 MicroMessenger/8.0.54'
  const page = await person({ javaScriptEnabled: false, userAgent })
  await joinQueue(page, path, 1)
  await expect(page.getByText('晚上 22 点到早上 8 点不计时')).toBeVisible()
  await cancelMine(seated)
  await page.reload()
  await expect(page.getByRole('heading', { name: '有一个名额在等你' })).toBeVisible()
  await expect(page.getByText(/请在 .+ (0[89]|1\d|2[01]):\d\d 前回答|请在 .+ 22:00 前回答/)).toBeVisible()
  await page.getByRole('button', { name: '我来，收下名额' }).click()
  await expect(page.getByRole('heading', { name: '名额已确认' })).toBeVisible()
  await expect(page.getByRole('img', { name: '入场二维码' })).toBeVisible()
})

test('an offer that is declined goes to the next; one that ran out says so and leads back to the queue', async ({
  page,
  person,
}) => {
  const { event, seated, path } = await aFullStop()
  const second = await person()
  await joinQueue(page, path, 1)
  await joinQueue(second, path, 2)
  await cancelMine(seated)
  await page.reload()
  await page.getByRole('button', { name: '来不了，给下一位' }).click()
  await expect(page.getByRole('heading', { name: '已取消' })).toBeVisible()
  await second.reload()
  await expect(second.getByRole('heading', { name: '有一个名额在等你' })).toBeVisible()
  await database().$executeRaw`
    UPDATE registrations SET offer_expires_at = clock_timestamp() - interval '1 second'
    WHERE event_id = ${event.id}::uuid AND offer_expires_at IS NOT NULL`
  // By the clock, whether or not the work of every minute came by yet.
  await second.reload()
  await expect(second.getByRole('heading', { name: '名额给了下一位' })).toBeVisible()
  await expect(second.getByRole('button', { name: '我来，收下名额' })).toHaveCount(0)
  await moveSeats(systemJob(), { eventId: event.id })
  await second.reload()
  await expect(second.getByRole('heading', { name: '名额给了下一位' })).toBeVisible()
  await second.getByRole('button', { name: '回到候补' }).click()
  await expect(second.getByRole('heading', { name: /候补第 1 位|有一个名额在等你|名额已确认/ })).toBeVisible()
})

test('an organiser lets somebody pass the queue: not without a reason, and the log tells it', async ({ page }) => {
  const { event, proof, organize } = await aFullStop(24 * 20)
  await aGuest(proof, { name: '等得久的人' })
  const { registrationId } = await aGuest(proof, { name: '临时讲者' })
  await signIn(page, event.series.id)
  await page.goto(`${organize}/guests?tab=waitlisted`)
  await page.getByRole('button', { name: '临时讲者：处理' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('提前给名额', { exact: true }).click()
  await dialog.getByLabel('原因').fill('补位的讲者')
  // As late as can be: the work of every minute gives a free seat to whoever waits longest.
  await database().event.update({ where: { id: event.id }, data: { capacity: 2 } })
  await dialog.getByRole('button', { name: '给名额' }).click()
  await expect.poll(async () => (await rowOf(event.id, registrationId)).status).toBe('confirmed')
  await page.goto(`${organize}/activity`)
  await expect(page.getByText('补位的讲者')).toBeVisible()
})

test('more seats reach those who wait as soon as the organiser has saved', async ({ page, person }) => {
  const { event, path, organize } = await aFullStop(24 * 20)
  await joinQueue(page, path, 1)
  const desk = await person({ phone: false })
  await signIn(desk, event.series.id)
  await desk.goto(`${organize}/edit`)
  await desk.getByLabel('名额', { exact: true }).fill('5')
  await desk.getByRole('button', { name: '保存', exact: true }).first().click()
  await expect
    .poll(async () => (await database().event.findUniqueOrThrow({ where: { id: event.id } })).capacity)
    .toBe(5)
  await page.reload()
  await expect(page.getByRole('heading', { name: '名额已确认' })).toBeVisible()
})
