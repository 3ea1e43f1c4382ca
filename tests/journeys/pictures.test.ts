import { mkdir } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { organiserLink } from '../support/server'

/** The README's pictures. `npm run pictures` puts them where it looks for them; other runs only prove they can be made. */
const folder = process.env.PICTURES || 'test-results/pictures'

test.beforeAll(() => mkdir(folder, { recursive: true }))

test('the page of a stop on a phone', async ({ page }) => {
  await page.goto('/zh/yiqi-ai/shenzhen')
  await keep(page, 'event-phone', '深圳')
})

test('the ledger of gifts', async ({ person }) => {
  const page = await person({ phone: false })
  await page.goto(await organiserLink())
  await page.getByRole('main').getByRole('button').click()
  await expect(page).toHaveURL(/\/organize$/)
  await page.goto('/en/organize/yiqi-ai/shenzhen/sponsors')
  await keep(page, 'ledger', 'Lenovo YOGA')
})

test('the stage between two talks', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('/zh/stage/yiqi-ai/shenzhen')
  await keep(page, 'stage', '深圳')
})

async function keep(page: Page, name: string, shows: string) {
  await expect(page.getByText(shows).first()).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
}
