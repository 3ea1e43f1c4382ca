import { expect, test } from '../support/browser'

const SERIES = '/yiqi-ai'
const words = {
  zh: { map: '地图', calendar: '加入日历', share: '分享', copy: '复制链接', register: '免费报名', programme: '议程' },
  en: {
    map: 'Map',
    calendar: 'Add to calendar',
    share: 'Share',
    copy: 'Copy the link',
    register: 'Register, it’s free',
    programme: 'Programme',
  },
} as const

for (const language of ['zh', 'en'] as const) {
  const said = words[language]
  test.describe(`in ${language}`, () => {
    test.use({ language })

    // checklist: 1, 26
    test('a phone shows day, city, venue, seats and the register button at once', async ({ page }) => {
      await page.goto(`/${language}${SERIES}/shenzhen`)
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
      await expect(page.getByRole('link', { name: said.register })).toBeInViewport()
      for (const fact of await page.locator('main dl > div').all()) await expect(fact).toBeInViewport()
    })

    // checklist: 11, 12, 61
    test('the map menu opens by keyboard, lists five maps and closes by Escape', async ({ page }) => {
      await page.goto(`/${language}${SERIES}/shenzhen`)
      const map = page.locator('summary', { hasText: new RegExp(`^${said.map}$`) })
      await map.focus()
      await page.keyboard.press('Enter')
      await expect(page.locator('details[open] a[target=_blank]')).toHaveCount(5)
      await page.keyboard.press('Escape')
      await expect(page.locator('details[open]')).toHaveCount(0)
      await expect(map).toBeFocused()
    })

    // checklist: 4
    test('everything can be read without JavaScript', async ({ person }) => {
      const page = await person({ javaScriptEnabled: false })
      await page.goto(`/${language}${SERIES}/shanghai`)
      await expect(page.getByRole('heading', { name: said.programme })).toBeVisible()
      await expect(page.getByText('Jaden')).not.toHaveCount(0)
      await expect(page.getByText(said.copy)).toBeHidden()
    })
  })
}

// checklist: 2
test('a visitor in another zone also reads their own time', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, timezoneId: 'Europe/Berlin' })
  const page = await context.newPage()
  await page.goto(`/zh${SERIES}/shenzhen`)
  await expect(page.locator('[data-visitor-time]')).toBeVisible()
  await expect(page.locator('[data-visitor-time]')).toHaveAttribute('data-told', /你那边是 .*0[67]:30/)
  await context.close()
})

// checklist: 23
test('WeChat is offered no calendar file, but told how to get one', async ({ person }) => {
  const page = await person({ userAgent: 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 MicroMessenger/8.0.44' })
  await page.goto(`/zh${SERIES}/shenzhen`)
  await page.locator('summary', { hasText: words.zh.calendar }).click()
  await expect(page.locator('details[open]')).toContainText('在浏览器打开')
  await expect(page.locator('a[href^="/api/calendar"]').filter({ visible: true })).toHaveCount(0)
})

// checklist: 14, 25
test('a shared link has its own title, words and picture in each language', async ({ request }) => {
  const told = async (language: string) => {
    const page = await (await request.get(`/${language}${SERIES}/shenzhen`)).text()
    return (name: string) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(page)?.[1] ?? ''
  }
  const [zh, en] = [await told('zh'), await told('en')]
  expect(zh('og:title')).not.toBe(en('og:title'))
  expect(zh('description')).toContain('深圳')
  expect(en('description')).toContain('Shenzhen')
  const picture = await request.get(zh('og:image').replaceAll('&amp;', '&'))
  expect(picture.headers()['content-type']).toBe('image/png')
  expect(picture.headers()['cache-control']).toContain('immutable')
})

test('the feed of the line names every stop', async ({ request }) => {
  const feed = await (await request.get(`/api/calendar${SERIES}?lang=en`)).text()
  for (const city of ['Beijing', 'Shanghai', 'Shenzhen']) expect(feed).toContain(city)
})

test('the language link remembers and stays on this site', async ({ page, baseURL }) => {
  await page.goto(`/zh${SERIES}`)
  await page.getByRole('link', { name: '切换到英文' }).or(page.locator('a[hreflang=en]')).first().click()
  await expect(page).toHaveURL(`${baseURL}/en${SERIES}`)
  await page.goto(SERIES)
  await expect(page).toHaveURL(`${baseURL}/en${SERIES}`)
  await page.goto('/language/zh?to=//example.com')
  await expect(page).toHaveURL(`${baseURL}/zh`)
})

// checklist: 59
test('the stage reads from the last row on both shapes of screens', async ({ page }) => {
  for (const [width, height] of [
    [1920, 1080],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.goto(`/zh/stage${SERIES}/shenzhen`)
    const size = await page
      .locator('.stage-said, .stage-title')
      .first()
      .evaluate((node) => getComputedStyle(node).fontSize)
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(height * 0.08)
    const cut = await page.locator('#stage').evaluate((node) => node.scrollHeight - node.clientHeight)
    expect(cut, `nothing is cut off at ${width} × ${height}`).toBeLessThanOrEqual(0)
  }
})

test('the stage says when the connection is gone, and goes on showing what it had', async ({ page, context }) => {
  const listening = page.waitForRequest(/\/api\/live\//)
  await page.goto(`/zh/stage${SERIES}/shenzhen`)
  await listening
  await context.setOffline(true)
  await expect(page.getByText('连接断开')).toBeVisible()
  await expect(page.getByRole('img')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('连接断开')).toBeHidden()
})
