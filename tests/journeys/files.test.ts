import type { Page } from '@playwright/test'
import { database } from '@/lib/database/client'
import { words } from '@/lib/words/load'
import { inRoot } from '../../scripts/machine/places.mjs'
import { expect, test } from '../support/browser'
import { anEvent } from '../support/factories'
import { knock } from '../support/knock'
import { aPhonePhoto } from '../support/pictures'
import { anEditor, aTalk, someoneOnStage } from '../support/program'
import { organiserLink } from '../support/server'

async function signIn(page: Page) {
  await page.goto(await organiserLink())
  await page.getByRole('main').getByRole('button').click()
  await expect(page).toHaveURL(/\/organize$/)
}

async function aStop() {
  const event = await anEvent({ published: true })
  const path = `${event.series.slug}/${event.slug}`
  return { event, path, organize: `/zh/organize/${path}` }
}

// checklist: 29, 35
test('a real table of sponsors is picked as a file, looked through, and brought in once', async ({ page }) => {
  const { event, organize } = await aStop()
  const t = words('zh', 'imports')
  await signIn(page)
  await page.goto(`${organize}/sponsors/import`)
  const file = page.getByLabel(t('file'))
  await file.setInputFiles({ name: '赞助.xls', mimeType: '', buffer: Buffer.from('d0cf11e0a1b1', 'hex') })
  await page.getByRole('button', { name: t('look') }).click()
  await expect(page.getByText(t('refusals.old-workbook')).first()).toBeVisible()

  await file.setInputFiles(inRoot('docs/sponsors-to-import.tsv'))
  await page.getByRole('button', { name: t('look') }).click()
  await expect(page.getByRole('heading', { name: t('preview') })).toBeVisible()
  const within = { eventId: event.id }
  expect(await database().gift.count({ where: within }), 'looking through changes nothing').toBe(0)
  const bring = page.getByRole('button', { name: /^导入这 \d+ 行$/ })
  const coming = Number(/\d+/.exec((await bring.textContent()) ?? '')?.[0])
  expect(coming).toBeGreaterThan(450)
  await bring.click()
  await expect(page.getByText(/导入了 \d+ 样支持/)).toBeVisible()
  const told = Number(/导入了 (\d+) 样支持/.exec((await page.locator('main').textContent()) ?? '')?.[1])
  expect(await database().gift.count({ where: within })).toBe(told)
  expect(told).toBeGreaterThan(400)
})

// checklist: 36
test('photos of a speaker and of a stop are picked on a phone and shown to everybody', async ({ page }) => {
  const { event, path, organize } = await aStop()
  const scope = await anEditor(event)
  await someoneOnStage(scope, await aTalk(scope), { name: '林间', confirmed: true })
  const photo = async (width: number) => ({
    name: 'IMG_1.jpg',
    mimeType: 'image/jpeg',
    buffer: await aPhonePhoto({ width, height: 700 }),
  })
  await signIn(page)

  await page.goto(`${organize}/edit`)
  const stop = page.locator('form', { has: page.getByRole('button', { name: '保存照片' }) })
  await stop.getByLabel('这一站的照片').setInputFiles(await photo(900))
  await stop.getByRole('button', { name: '保存照片' }).click()
  await expect(page.getByText('照片保存好了')).toBeVisible()

  await page.goto(`${organize}/speakers`)
  await page.getByLabel('编辑：林间').click()
  const form = page.locator('form', { has: page.getByRole('button', { name: '保存嘉宾' }) }).first()
  await form.getByLabel('照片').setInputFiles(await photo(700))
  await form.getByRole('button', { name: '保存嘉宾' }).click()
  const kept = () => database().speaker.findFirstOrThrow({ where: { name: '林间', seriesId: event.seriesId } })
  await expect.poll(async () => (await kept()).photoId).not.toBeNull()

  await page.goto(`/zh/${path}`)
  const shown = page.locator('main img[src*="/api/media/"]')
  await expect(shown).toHaveCount(2)
  for (const image of await shown.all()) {
    await image.scrollIntoViewIfNeeded()
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(10)
    const address = await image.evaluate((img: HTMLImageElement) => new URL(img.currentSrc).pathname)
    expect((await knock(address)).status).toBe(200)
  }
})
