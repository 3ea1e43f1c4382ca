// checklist: 6, 7, 13, 18, 20
import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { expect, test } from '../support/browser'
import { aGuest, anAddress, aPublishedEvent } from '../support/guests'

type Form = { event: string; contact: string; name?: string; json?: boolean }

const register = (request: APIRequestContext, { event, contact, name = '林一诺', json }: Form) =>
  request.post('/api/registrations', {
    form: { event, locale: 'zh', requestKey: randomUUID(), name, contact },
    headers: { origin: process.env.SITE_URL ?? '', ...(json ? { accept: 'application/json' } : {}) },
    maxRedirects: 0,
  })

/** What everybody may see of an answer, without what is each one's own: ids, secrets, codes, the clock. */
const shape = (text: string) =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/(next-stop-link-ID=)[\w-]{27}\.[\w-]{27}/g, '$1SECRET')
const headersOf = (answer: APIResponse) =>
  answer
    .headersArray()
    .filter(({ name }) => !/^(date|content-security-policy|x-nonce)$/i.test(name))
    .map(({ name, value }) => `${name.toLowerCase()}: ${shape(value)}`)

test('a form with a known address is answered like any other: status, headers, body, ticket page, time', async ({
  request,
  person,
}) => {
  test.slow()
  const { event, proof } = await aPublishedEvent({ capacity: 200 })
  const known = anAddress()
  await aGuest(proof, { contact: known, name: '先来的人' })
  for (const json of [false, true]) {
    const [fresh, again] = [
      await register(request, { event: event.id, contact: anAddress(), json }),
      await register(request, { event: event.id, contact: known, json }),
    ]
    expect(again.status()).toBe(fresh.status())
    expect(headersOf(again)).toEqual(headersOf(fresh))
    expect(shape(await again.text())).toBe(shape(await fresh.text()))
    expect(again.headers()['set-cookie']?.length).toBe(fresh.headers()['set-cookie']?.length)
  }
  const pages: string[] = []
  const tickets: Awaited<ReturnType<typeof person>>[] = []
  for (const contact of [anAddress(), known]) {
    const page = await person({ javaScriptEnabled: false })
    await page.goto(`/zh/${event.series.slug}/${event.slug}/register`)
    await page.getByLabel('怎么称呼你').fill('林一诺')
    await page.getByLabel('邮箱或手机号').fill(contact)
    await page.getByRole('button', { name: '提交报名' }).click()
    await expect(page.getByRole('heading', { name: '名额已确认' })).toBeVisible()
    await expect(page.getByRole('img', { name: '入场二维码' })).toBeVisible()
    const seen = await page.locator('body').innerHTML()
    expect(seen).not.toContain('先来的人')
    const masked = shape(seen)
      .replaceAll(contact, 'CONTACT')
      .replace(/\b[2-9A-HJKMNP-TV-Z]{6}\b/g, 'CODE')
    // Every element in its order; scripts, pictures and hashes hold what is each one's own.
    pages.push(
      [...masked.matchAll(/<(?!script)([a-z0-9]+)[^>]*?(?:class="([^"]*)")?/g)]
        .map(([, tag, look]) => `${tag} ${look ?? ''}`)
        .join('\n'),
    )
    tickets.push(page)
  }
  expect(pages[1]).toBe(pages[0])
  const took: [number[], number[]] = [[], []]
  for (let n = 0; n < 12; n++) {
    for (const [which, contact] of [anAddress(), known].entries()) {
      const since = performance.now()
      expect((await register(request, { event: event.id, contact })).status()).toBe(303)
      took[which as 0 | 1].push(performance.now() - since)
    }
  }
  const [fresh = 0, again = 0] = took.map((times) => times.sort((a, b) => a - b)[6])
  expect(Math.abs(again - fresh), `${again} ms against ${fresh} ms`).toBeLessThan(Math.max(40, fresh))
  // What one may do with a ticket, one may do with this one.
  for (const page of tickets) {
    await page.getByText('我来不了了').click()
    await page.getByRole('button', { name: '取消报名' }).click()
    await expect(page.getByRole('heading', { name: '已取消' })).toBeVisible()
    await page.getByRole('button', { name: '撤销取消' }).click()
    await expect(page.getByRole('heading', { name: '名额已确认' })).toBeVisible()
  }
})

test('a friend is brought along by the stop’s own link and poster; the ticket’s code is kept as a picture', async ({
  page,
}) => {
  const { event } = await aPublishedEvent()
  // A phone whose clock is days off registers like any other.
  await page.clock.setFixedTime(new Date(Date.now() + 5 * 86_400_000))
  const stop = `/zh/${event.series.slug}/${event.slug}`
  await page.goto(`${stop}/register`)
  await page.getByLabel('怎么称呼你').fill('林一诺')
  await page.getByLabel('邮箱或手机号').fill(anAddress())
  await page.getByRole('button', { name: '提交报名' }).click()
  await expect(page.getByRole('heading', { name: '名额已确认' })).toBeVisible()
  await page.getByText('叫上朋友').click()
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void Object.assign(window, { copied: text }) },
    })
  })
  await page.getByRole('button', { name: '复制活动链接' }).click()
  const copied = () => page.evaluate(() => (window as unknown as { copied: string }).copied)
  await expect.poll(copied).toBe(`${process.env.SITE_URL}${stop}`)
  const poster = await page.getByRole('img', { name: /海报/ }).getAttribute('src')
  const picture = await page.request.get(poster ?? '')
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png'])
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '保存二维码图片' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}\.png$/)
})
