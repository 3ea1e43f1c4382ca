import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { database } from '@/lib/database/client'
import { expect, test } from '../support/browser'
import { aPublishedEvent } from '../support/guests'

/** Registers somebody new over HTTP, with headers that claim another origin each time. */
function register(request: APIRequestContext, eventId: string, n: number) {
  const forged = [n, n * 7, n * 13, 9].map((part) => part % 256).join('.')
  return request.post('/api/registrations', {
    form: {
      event: eventId,
      locale: 'zh',
      requestKey: randomUUID(),
      name: `来宾${n}`,
      contact: `flood-${n}@example.com`,
    },
    headers: {
      origin: process.env.SITE_URL ?? '',
      accept: 'application/json',
      'x-forwarded-for': forged,
      'x-came-by': forged,
      'x-real-ip': forged,
    },
    maxRedirects: 0,
  })
}

test('a hundred from one address register freely; then a browser proves some work, and whoever has no script waits', async ({
  request,
  person,
}) => {
  test.slow()
  const { event } = await aPublishedEvent({ capacity: 500 })
  const statuses: number[] = []
  for (let n = 0; n < 100; n += 10) {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, m) => register(request, event.id, n + m)))
    statuses.push(...answers.map((answer) => answer.status()))
  }
  expect(statuses.filter((status) => status === 201)).toHaveLength(100)
  const next = await register(request, event.id, 100)
  expect([next.status(), await next.text()]).toEqual([422, expect.stringContaining('registration.prove')])

  const form = `/zh/${event.series.slug}/${event.slug}/register`
  const plain = await person({ javaScriptEnabled: false })
  await plain.goto(form)
  await plain.getByLabel('怎么称呼你').fill('没有脚本的人')
  await plain.getByLabel('邮箱或手机号').fill(`plain-${randomUUID().slice(0, 8)}@example.com`)
  await plain.getByRole('button', { name: '提交报名' }).click()
  await expect(plain.getByText('请过几分钟再提交')).toBeVisible()
  await expect(plain.getByLabel('怎么称呼你')).toHaveValue('没有脚本的人')

  const page = await person()
  await page.goto(form)
  await page.getByLabel('怎么称呼你').fill('真的人')
  await page.getByLabel('邮箱或手机号').fill(`person-${randomUUID().slice(0, 8)}@example.com`)
  await page.getByRole('button', { name: '提交报名' }).click()
  await expect(page.getByRole('heading', { name: '名额已确认' })).toBeVisible({ timeout: 60_000 })
  expect(await database().registration.count({ where: { eventId: event.id } })).toBe(101)
})

test('no other spelling of an address passes the limits of links to sign in with', async ({ request }) => {
  const ask = (path: string) =>
    request.post(path, {
      form: { email: 'owner@example.org', csrfToken: 'x' },
      headers: { origin: process.env.SITE_URL ?? '' },
      maxRedirects: 0,
    })
  expect((await ask('/api/auth/signin/email')).headers().location).toContain('/zh/signin')
  // Nor is anything else of the sign-in's framework posted to, which reads and keeps whatever is sent.
  const others = ['_log', 'session', 'callback/email', 'callback/credentials', 'signin', 'signin/nobody', 'constructor']
  for (const path of ['signin/email/x', 'signin/email/x/y', 'signout/x/y', ...others]) {
    expect((await ask(`/api/auth/${path}`)).status(), path).toBe(404)
  }
})
