// checklist: 4, 31, 38, 45, 47
import type { Page } from '@playwright/test'
import { database } from '@/lib/database/client'
import { unseal } from '@/lib/values/seal'
import { expect, test } from '../support/browser'
import { aPerson, giveRole } from '../support/factories'
import { aGuest, aPublishedEvent, rowOf } from '../support/guests'

const weChat =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.54(0x18003631) NetType/WIFI Language/zh_CN'

/** A stop of one seat: somebody asks to come, somebody else has the seat already. */
async function aBusyStop() {
  const organiser = await aPerson({ name: '值班的人' })
  const { event, proof } = await aPublishedEvent({ capacity: 1, approvalRequired: true })
  await giveRole(organiser, 'organizer', { seriesId: event.series.id })
  const asking = await aGuest(proof, { name: '王小明' })
  await aGuest(proof, { name: 'Ada Lindqvist', contact: '138 0013 8000' })
  const { ticketCode } = await rowOf(event.id, asking.registrationId)
  return { event, organiser, asking, ticketCode, base: `/zh/organize/${event.series.slug}/${event.slug}` }
}

async function signIn(page: Page, organiser: { email: string | null }) {
  const email = organiser.email ?? ''
  await page.goto('/zh/signin')
  await page.getByLabel('邮箱').fill('不是地址')
  await page.getByRole('button', { name: '把链接寄给我' }).click()
  await expect(page.getByRole('alert').first()).toContainText('这个邮箱看起来不对')
  await expect(page.getByLabel('邮箱')).toHaveValue('不是地址')
  await page.getByLabel('邮箱').fill(email)
  await page.getByRole('button', { name: '把链接寄给我' }).click()
  await expect(page.getByRole('heading', { name: '还差一步' })).toBeVisible()
  const letter = await database().message.findFirstOrThrow({ where: { kind: 'sign-in', recipient: email } })
  const link = new URL(unseal(letter.sealedLink ?? new Uint8Array(), process.env.AUTH_SECRET ?? '', 'outbox'))
  await page.goto(`${link.pathname}${link.search}`)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/zh\/organize/)
}

const fits = async (page: Page) => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
}

for (const [where, who] of [
  ['without JavaScript', { javaScriptEnabled: false }],
  ['inside WeChat', { userAgent: weChat }],
] as const) {
  test(`an organiser runs the evening from a phone ${where}: signs in, lets people in, reads the log`, async ({
    person,
  }) => {
    const { event, organiser, asking, ticketCode, base } = await aBusyStop()
    const page = await person(who)
    await signIn(page, organiser)

    await page.goto(`${base}/guests`)
    await page.getByRole('link', { name: /待确认 2/ }).click()
    await page.getByRole('searchbox').fill('wang')
    await page.getByRole('button', { name: '搜索' }).click()
    await expect(page).toHaveURL(/tab=pending.*q=wang/)
    await expect(page.getByRole('link', { name: 'Ada Lindqvist' })).toHaveCount(0)
    await page.getByText('筛选与排序').click()
    await fits(page)
    await page.getByRole('link', { name: '王小明' }).click()
    await page.getByRole('button', { name: '通过' }).click()
    await expect(page.getByRole('region', { name: '王小明' }).getByText('已确认', { exact: true })).toBeVisible()
    expect((await rowOf(event.id, asking.registrationId)).status).toBe('confirmed')

    await page.goto(`${base}/edit`)
    await page.getByLabel('名额').fill('许多')
    await page.getByRole('button', { name: '保存', exact: true }).first().click()
    await expect(page.getByRole('alert').first()).toContainText('请填一个整数')
    await page.getByLabel('名额').fill('20')
    await page.getByRole('button', { name: '保存', exact: true }).first().click()
    await expect(page.getByText('已保存').first()).toBeVisible()
    expect((await database().event.findUniqueOrThrow({ where: { id: event.id } })).capacity).toBe(20)

    await page.goto(`${base}/guests/import`)
    const buffer = Buffer.from('姓名,邮箱\n周明,zhou@example.com\n')
    await page.getByLabel('名单文件').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: '读取文件' }).click()
    await page.getByRole('button', { name: '开始导入' }).click()
    await expect(page.getByText('导入完成，来了 1 位。')).toBeVisible()

    await page.goto(`${base}/checkin`)
    await page.getByLabel('扫码、票码或姓名').fill(ticketCode)
    await page.getByRole('button', { name: '签到' }).click()
    await expect(page.getByText('请进')).toBeVisible()
    await expect(page.getByText('王小明').first()).toBeVisible()
    await fits(page)

    await page.goto(`${base}/activity`)
    await expect(page.getByText(/值班的人\s*通过了一份报名/)).toBeVisible()
    await expect(page.getByText(/值班的人\s*放进一位/)).toBeVisible()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.goto(`${base}/guests`)
    await expect(page).toHaveURL(/\/signin/)
  })
}
