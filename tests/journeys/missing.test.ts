import { words } from '@/lib/words/load'
import { expect, test } from '../support/browser'

test.use({ javaScriptEnabled: false })

// checklist: 65
for (const language of ['zh', 'en'] as const) {
  test(`what is not there says so without scripts, in ${language}`, async ({ page }) => {
    const t = words(language, 'site')
    for (const path of ['nowhere', 'no-such-tour/and-no-stop', 'yiqi-ai/no-such-stop']) {
      const answer = await page.goto(`/${language}/${path}`)
      expect(answer?.status(), path).toBe(404)
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`))
      await expect(page.getByRole('heading', { name: t('notFound.title') })).toBeVisible()
    }
    await page.getByRole('link', { name: t('notFound.home') }).click()
    await expect(page).toHaveURL(new RegExp(`/${language}$`))
  })

  test(`a guest’s link that does not open says so without scripts, in ${language}`, async ({ page }) => {
    for (const kind of ['ticket', 'desk', 'speaker', 'crew']) {
      const answer = await page.goto(`/${language}/${kind}/unknown`)
      expect(answer?.status(), kind).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(language, 'site')('guestNotFound.title'))
    }
    await page.getByRole('link', { name: words(language, 'site')('languageLabel') }).click()
    await expect(page, 'what is missing is missing in both languages').toHaveURL(language === 'en' ? /\/zh$/ : /\/en$/)
  })
}

test('the page that stands for others has no address of its own', async ({ page }) => {
  const answer = await page.goto('/zh/instead')
  expect(answer?.status()).toBe(404)
})
