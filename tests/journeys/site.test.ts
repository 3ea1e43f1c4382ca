import { expect, test } from '../support/browser'
import { builtPieces } from '../support/manifests'
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

// Next-auth's route has a door of its own, and so a copy. Where the order of imports is lost there are fifty.
test('what all pages and routes share is built once', () => {
  const large = builtPieces().filter((piece) => piece.length > 100_000)
  expect(large.length).toBeGreaterThan(5)
  for (const piece of new Set(large)) expect(large.filter((one) => one === piece).length).toBeLessThanOrEqual(2)
})
