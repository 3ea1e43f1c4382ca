import type { Page } from '@playwright/test'
import { type Locale, words } from '@/lib/words/load'
import { expect, test } from '../support/browser'
import { anEvent, aPerson, giveRole } from '../support/factories'
import { sessionCookie } from '../support/identities'

// checklist: 30, 33, 34, 35, 44, 50, 60

type Place = { series: string; event: string; cookie: string }

/** An organiser's own published stop, and the cookie that makes a page theirs. */
async function aStop(): Promise<Place> {
  const event = await anEvent({ published: true })
  const organiser = await aPerson()
  await giveRole(organiser, 'organizer', { seriesId: event.seriesId })
  return { series: event.series.slug, event: event.slug, cookie: await sessionCookie(organiser) }
}

async function open(page: Page, place: Place, language: Locale, part: 'program' | 'speakers' | 'crew') {
  const [name = '', value = ''] = place.cookie.split('=')
  await page.context().addCookies([{ name, value, url: process.env.SITE_URL ?? '' }])
  await page.goto(`/${language}/organize/${place.series}/${place.event}/${part}`)
}

async function addItem(page: Page, language: Locale, item: { title: string; minutes?: string; people?: string }) {
  const t = words(language, 'program')
  const quick = page.getByRole('region', { name: t('quick.title') })
  await quick.getByLabel(t('quick.name')).fill(item.title)
  await quick.getByLabel(t('quick.minutes')).fill(item.minutes ?? '30')
  await quick.getByLabel(t('quick.people')).fill(item.people ?? '')
  await quick.getByRole('button', { name: t('quick.submit') }).click()
}

const titles = (page: Page) => page.getByRole('main').locator('ol').getByRole('heading', { level: 2 })

for (const language of ['zh', 'en'] as const) {
  test(`a speaker on the programme says yes from their own link, in ${language}`, async ({ person }) => {
    const place = await aStop()
    const t = words(language, 'program')
    const organiser = await person({ language })
    await open(organiser, place, language, 'program')
    await addItem(organiser, language, { title: '《央视春晚AI舞蹈全流程拆解》', people: '海辛、Simon阿文' })
    await expect(titles(organiser)).toHaveText(['《央视春晚AI舞蹈全流程拆解》'])
    const quick = organiser.getByRole('region', { name: t('quick.title') })
    await expect(quick.getByLabel(t('quick.name'))).toBeFocused()

    await open(organiser, place, language, 'speakers')
    await expect(organiser.getByText(t('speakers.waitingLead', { count: 2 }))).toBeVisible()
    await organiser.getByRole('button', { name: t('link.makeOf', { name: '海辛' }) }).click()
    const link = await organiser.getByLabel(t('link.field', { name: '海辛' })).inputValue()

    const speaker = await person({ language })
    await speaker.goto(`${new URL(link).pathname}?lang=${language}`)
    await expect(speaker).toHaveURL(new RegExp(`/${language}/speaker/[0-9a-f-]+$`))
    await speaker.getByRole('button', { name: t('own.yes') }).click()
    await expect(speaker.getByText(t('own.saidYes'))).toBeVisible()

    await speaker.locator('summary', { hasText: t('speakers.edit') }).click()
    await speaker.getByLabel(t('person.organisation'), { exact: false }).first().fill('舞蹈实验室')
    await speaker.getByRole('button', { name: t('own.save') }).click()
    await expect(speaker.getByText(t('ownSaved')).first()).toBeVisible()

    await organiser.reload()
    await expect(organiser.getByText(t('speakers.waitingLead', { count: 1 }))).toBeVisible()
    await speaker.goto(`/${language}/${place.series}/${place.event}`)
    await expect(speaker.getByText('舞蹈实验室').first()).toBeVisible()

    await organiser.getByRole('button', { name: t('link.revokeOf', { name: '海辛' }) }).click()
    await expect(organiser.getByText(t('linksRevoked'))).toBeVisible()
    const late = await person({ language })
    await late.goto(new URL(link).pathname)
    await expect(late.getByText(words(language, 'site')('guestNotFound.title'))).toBeVisible()
  })
}

test('items are moved by their buttons, and a removed one comes back with one tap', async ({ page }) => {
  const place = await aStop()
  const t = words('zh', 'program')
  await open(page, place, 'zh', 'program')
  for (const [index, title] of ['破冰', '分享', '抽奖'].entries()) {
    await addItem(page, 'zh', { title })
    await expect(titles(page)).toHaveCount(index + 1)
  }
  await page.getByRole('button', { name: t('talk.up', { title: '抽奖' }) }).click()
  await expect(titles(page)).toHaveText(['破冰', '抽奖', '分享'])
  await expect(page.getByRole('button', { name: t('talk.up', { title: '破冰' }) })).toBeDisabled()
  await page.getByLabel(t('talk.editOf', { title: '抽奖' })).click()
  await page.getByRole('button', { name: t('talk.removeOf', { title: '抽奖' }) }).click()
  await expect(titles(page)).toHaveText(['破冰', '分享'])
  await page.getByRole('button', { name: words('zh', 'form')('undo') }).click()
  await expect(titles(page)).toHaveText(['破冰', '抽奖', '分享'])
})

test('what cannot be read is told beside the field, and nothing typed is lost', async ({ page }) => {
  const place = await aStop()
  const t = words('zh', 'program')
  await open(page, place, 'zh', 'program')
  await addItem(page, 'zh', { title: '《没写完》', people: '廖虎（商汤' })
  await expect(page.getByRole('main').getByRole('alert')).toContainText(t('refusals.people-unreadable'))
  await expect(page.getByLabel(t('quick.name'))).toHaveValue('《没写完》')
  await expect(page.getByLabel(t('quick.people'))).toHaveValue('廖虎（商汤')
  await expect(titles(page)).toHaveCount(0)
})

test('of two people who edit the same item, the second sees what the first one wrote', async ({ person }) => {
  const place = await aStop()
  const t = words('zh', 'program')
  const [first, second] = [await person(), await person()]
  await open(first, place, 'zh', 'program')
  await addItem(first, 'zh', { title: '《原来》' })
  await expect(titles(first)).toHaveText(['《原来》'])
  await open(second, place, 'zh', 'program')
  for (const [page, title] of [
    [first, '《甲》'],
    [second, '《乙》'],
  ] as const) {
    await page.getByLabel(t('talk.editOf', { title: '《原来》' })).click()
    const editor = page.locator('details[open]')
    await editor.getByLabel(t('quick.name')).first().fill(title)
    await editor.getByRole('button', { name: t('talk.save') }).click()
    if (page === first) await expect(titles(first)).toHaveText(['《甲》'])
  }
  await expect(second.getByRole('main').getByRole('alert')).toContainText(words('zh', 'form')('changedTitle'))
  await expect(second.locator('details[open]').getByText('《甲》')).toBeVisible()
  await second.getByRole('button', { name: words('zh', 'form')('keepMine') }).click()
  await expect(titles(second)).toHaveText(['《乙》'])
})

test('without JavaScript an item can be added and removed', async ({ person }) => {
  const place = await aStop()
  const t = words('zh', 'program')
  const page = await person({ javaScriptEnabled: false })
  await open(page, place, 'zh', 'program')
  await addItem(page, 'zh', { title: '茶歇' })
  await expect(titles(page)).toHaveText(['茶歇'])
  await page.getByLabel(t('talk.editOf', { title: '茶歇' })).click()
  await page.getByRole('button', { name: t('talk.removeOf', { title: '茶歇' }) }).click()
  await expect(titles(page)).toHaveCount(0)
})

test('the crew is typed in one line, and a volunteer says no with one tap', async ({ person }) => {
  const place = await aStop()
  const t = words('zh', 'volunteers')
  const organiser = await person()
  await open(organiser, place, 'zh', 'crew')
  const quick = organiser.getByRole('region', { name: t('quick.title') })
  await quick.getByLabel(t('quick.names')).fill('高超、夜猫、居居')
  await quick.getByLabel(t('quick.role')).fill('签到')
  await quick.getByLabel(t('quick.shift')).fill('12:30–17:00')
  await quick.getByRole('button', { name: t('quick.submit') }).click()
  await organiser.getByLabel(t('person.editOf', { name: '夜猫' })).click()
  await organiser.getByRole('button', { name: t('link.makeOf', { name: '夜猫' }) }).click()
  const link = await organiser.getByLabel(t('link.field', { name: '夜猫' })).inputValue()
  const volunteer = await person()
  await volunteer.goto(new URL(link).pathname)
  await expect(volunteer.getByRole('heading', { level: 1 })).toHaveText('签到')
  await expect(volunteer.getByText('12:30–17:00')).toBeVisible()
  await volunteer.getByRole('button', { name: t('own.no') }).click()
  await expect(volunteer.getByText(t('own.saidNo'))).toBeVisible()
  await organiser.reload()
  await expect(organiser.getByRole('main').getByText(t('answers.declined'))).toHaveCount(1)
})
