import { publishEvent } from '@/lib/events/commands/status'
import { words } from '@/lib/words/load'
import { expect, test } from '../support/browser'
import { anEvent, anOrganizerOf } from '../support/factories'
import { anEditor, aTalk, someoneOnStage } from '../support/program'
import { organiserLink } from '../support/server'

test('a draft is looked at as its page will be, by its organisers alone', async ({ page, person }) => {
  const event = await anEvent()
  const path = `${event.series.slug}/${event.slug}`
  const editor = await anEditor(event)
  await someoneOnStage(editor, await aTalk(editor, { title: '一辆车怎么看路' }), { name: '林间' })
  await page.goto(await organiserLink())
  await page.getByRole('main').getByRole('button').click()
  await expect(page).toHaveURL(/\/organize$/)

  const t = words('zh', 'events')
  await page.goto(`/zh/organize/${path}`)
  await page.getByRole('link', { name: t('checklist.preview') }).click()
  await expect(page.getByText(t('preview.lead'))).toBeVisible()
  await expect(page.getByRole('heading', { name: '上海' })).toBeVisible()
  await expect(page.getByText('一辆车怎么看路')).toBeVisible()
  await expect(page.getByText('林间')).toBeVisible()
  const preview = new URL(page.url()).pathname
  await page.getByRole('link', { name: t('preview.back') }).click()
  await expect(page).toHaveURL(new RegExp(`/organize/${path}$`))

  const stranger = await person()
  expect((await stranger.goto(`/zh/${path}`))?.status()).toBe(404)
  await stranger.goto(preview)
  await expect(stranger).toHaveURL(/\/signin/)

  await publishEvent(await anOrganizerOf('event.edit', event))
  await page.goto(preview)
  await expect(page).toHaveURL(new RegExp(`/zh/${path}$`))
})
