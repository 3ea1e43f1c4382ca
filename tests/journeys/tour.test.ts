import type { Page } from '@playwright/test'
import { database } from '@/lib/database/client'
import { type Locale, words } from '@/lib/words/load'
import { expect, test } from '../support/browser'
import { hoursLater } from '../support/entry'
import { organiserLink } from '../support/server'

// checklist: 1, 2, 3, 6, 7, 9, 16, 28, 30, 33

const series = 'yiqi-ai'
const journeys = [
  { language: 'zh', phone: true, city: '杭州', cityEn: 'Hangzhou' },
  { language: 'zh', phone: false, city: '南京', cityEn: 'Nanjing' },
  { language: 'en', phone: true, city: '厦门', cityEn: 'Xiamen' },
  { language: 'en', phone: false, city: '武汉', cityEn: 'Wuhan' },
] as const

for (const { language, phone, city, cityEn } of journeys) {
  test(`a stop from first plan to recap: ${city}, in ${language}, on a ${phone ? 'phone' : 'desk'}`, async ({
    person,
  }) => {
    test.slow()
    const organiser = await person({ language, phone })
    await signIn(organiser)
    const shown = language === 'zh' ? city : cityEn
    const slug = await planFromLast(organiser, language, city)
    await publish(organiser, language)

    const attendee = await person({ language, phone: true })
    const name = language === 'zh' ? '欧阳听风' : 'Wren Ashgrove'
    const code = await register(attendee, language, { slug, shown, name })

    await checkIn(organiser, language, { slug, code, name })
    await beforeTheDay(organiser, language, slug)
    await theDayComes(slug)
    await publishRecap(organiser, language, slug)

    await attendee.goto(`/${language}/${series}/${slug}/recap`)
    await expect(attendee.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(attendee.getByText(shown).first()).toBeVisible()
    await attendee.goto(`/${language}/${series}`)
    await expect(attendee.getByRole('link', { name: new RegExp(shown) }).first()).toBeVisible()
  })
}

test('what was given at Shanghai is on its page and in its recap, name by name', async ({ page }) => {
  await page.goto(`/zh/${series}/shanghai`)
  const given = [
    '小浣熊抱枕',
    '定制扑克牌',
    '双肩包',
    '雨伞',
    '高迪联名礼盒',
    '永恒笔',
    '魔音工坊',
    'TicWatch Pro X',
    'AR眼镜',
    '双人门票',
  ]
  for (const prize of given) await expect(page.getByText(prize).first()).toBeVisible()
  await page.goto(`/zh/${series}/shanghai/recap`)
  const article = page.getByRole('main')
  const thanked = [
    '高超',
    'Ruby',
    'Jaden',
    '虎哥',
    '鲜虾包',
    '问号',
    'Jessy',
    'Juuudy',
    '钱小麦',
    '海辛',
    'Simon阿文',
    'Cara',
    '葛女士',
    '陆哥',
  ]
  for (const name of [...given, ...thanked]) await expect(article.getByText(name).first(), name).toBeVisible()
  for (const said of ['场景+AI，而不是AI+场景', '3 到 6 个月，复现 Sora', '深圳']) {
    await expect(article.getByText(said).first(), said).toBeVisible()
  }
})

async function signIn(page: Page) {
  await page.goto(await organiserLink())
  await page.getByRole('main').getByRole('button').click()
  await expect(page).toHaveURL(/\/organize$/)
}

async function planFromLast(page: Page, language: Locale, city: string): Promise<string> {
  const [t, form] = [words(language, 'tour'), words(language, 'events')]
  await page.goto(`/${language}/organize/${series}/new`)
  const plan = page.getByRole('main').locator('form').first()
  await plan.getByLabel(form('form.city'), { exact: false }).first().fill(city)
  await plan.getByLabel(form('form.date'), { exact: false }).fill(daysFromNow(40))
  await plan.getByLabel(form('form.start'), { exact: false }).fill('14:00')
  await plan.getByRole('button', { name: t('start.look') }).click()
  await expect(page.getByText(t('start.fresh')).first()).toBeVisible()
  await page.getByRole('button', { name: t('start.create') }).click()
  await expect(page).toHaveURL(new RegExp(`/organize/${series}/[a-z0-9-]+$`))
  await expect(page).not.toHaveURL(/\/new$/)
  return page.url().split('/').at(-1) ?? ''
}

async function publish(page: Page, language: Locale) {
  const t = words(language, 'events')
  await page.getByRole('button', { name: t('checklist.publish') }).click()
  await expect(page.getByText(t('status.published')).first()).toBeVisible()
}

async function register(
  page: Page,
  language: Locale,
  { slug, shown, name }: { slug: string; shown: string; name: string },
) {
  const [t, open] = [words(language, 'registration'), words(language, 'public')]
  await page.goto(`/${language}/${series}/${slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(shown)
  const button = page.getByRole('link', { name: open('register.free') })
  await expect(button).toBeInViewport()
  await button.click()
  await page.getByLabel(t('form.name')).fill(name)
  await page.getByLabel(t('form.contact')).fill(`${slug}.guest@example.com`)
  await page.getByRole('button', { name: t('form.submit') }).click()
  await expect(page).toHaveURL(new RegExp(`/${language}/ticket/[0-9a-f-]+$`))
  const qr = page.getByRole('main').locator('img').first()
  await expect(qr).toBeVisible()
  const code = (await page.getByRole('main').innerText()).match(
    /\b[2-9A-HJ-NP-Z]{6}\b|\b[2-9A-HJ-NP-Z]{3} [2-9A-HJ-NP-Z]{3}\b/,
  )
  expect(code, 'the code to be typed at the door').not.toBeNull()
  return code?.[0] ?? ''
}

async function checkIn(
  page: Page,
  language: Locale,
  { slug, code, name }: { slug: string; code: string; name: string },
) {
  const t = words(language, 'checkin')
  await page.goto(`/${language}/organize/${series}/${slug}/checkin`)
  await page.getByLabel(t('field')).fill(code.toLowerCase())
  await page.getByLabel(t('field')).press('Enter')
  await expect(page.getByText(t('verdict.accepted')).first()).toBeVisible()
  await expect(page.getByText(name).first()).toBeVisible()
  await page.getByLabel(t('field')).fill(code)
  await page.getByLabel(t('field')).press('Enter')
  await expect(page.getByText(t('verdict.duplicate')).first()).toBeVisible()
}

async function beforeTheDay(page: Page, language: Locale, slug: string) {
  const t = words(language, 'recap')
  await page.goto(`/${language}/organize/${series}/${slug}/recap`)
  await expect(page.getByText(t('page.draft')).first()).toBeVisible()
  await expect(page.getByRole('button', { name: t('page.publish') })).toHaveCount(0)
}

async function theDayComes(slug: string) {
  const { id } = await database().event.findFirstOrThrow({ where: { slug, series: { slug: series } } })
  await hoursLater(id, 41 * 24)
}

async function publishRecap(page: Page, language: Locale, slug: string) {
  const t = words(language, 'recap')
  await page.goto(`/${language}/organize/${series}/${slug}/recap`)
  await page.getByRole('button', { name: t('page.publish') }).click()
  await expect(page.getByText(t('page.live')).first()).toBeVisible()
}

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
