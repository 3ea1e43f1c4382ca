import { expect, test } from '../support/browser'
import { organiserLink, stageLink } from '../support/server'

for (const language of ['zh', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('the site opens and names its language', async ({ page }) => {
      const answer = await page.goto('/')
      expect(answer?.status()).toBe(200)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`))
    })
  })
}

test('the links that npm start prints open', async ({ page }) => {
  for (const path of [await stageLink(), await organiserLink()]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(200)
  }
})
