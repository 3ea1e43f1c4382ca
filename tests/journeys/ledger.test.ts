import type { Page } from '@playwright/test'
import { words } from '@/lib/words/load'
import { expect, type Language, test } from '../support/browser'
import { anEvent } from '../support/factories'
import { organiserLink } from '../support/server'

// checklist: 29, 33, 35
const needs = (language: Language) => words(language, 'needs')
const sponsors = (language: Language) => words(language, 'sponsors')

async function signIn(page: Page) {
  await page.goto(await organiserLink())
  await page.getByRole('main').getByRole('button').click()
  await expect(page).toHaveURL(/\/organize$/)
}

/** A published stop that was held yesterday, and the one after it. */
async function twoStops() {
  const day = 86_400_000
  const event = await anEvent({ published: true, startsAt: new Date(Date.now() + 30 * day) })
  await anEvent({ seriesId: event.seriesId, published: true, startsAt: new Date(Date.now() + 60 * day) })
  return { place: `${event.series.slug}/${event.slug}` }
}

async function ask(page: Page, language: Language, need: string, sponsor: { name: string; contact: string }) {
  const t = needs(language)
  const row = page.getByRole('listitem').filter({ hasText: need })
  await row.getByLabel(t('ask.openFor', { title: need })).click()
  await row.getByLabel(t('ask.sponsor'), { exact: false }).fill(sponsor.name)
  await row.getByLabel(t('ask.contact'), { exact: false }).fill(sponsor.contact)
  await row.getByRole('button', { name: t('ask.submit') }).click()
  const message = row.getByLabel(t('ask.message'))
  await expect(message).toBeVisible()
  const link = /\/d\/[\w-]{27}/.exec(await message.inputValue())?.[0]
  expect(link, 'the message carries a link to the desk').toBeDefined()
  return link ?? ''
}

for (const language of ['zh', 'en'] as const) {
  test(`what a stop needs is asked for, promised, counted, planned, thanked for and reported, in ${language}`, async ({
    person,
  }) => {
    test.slow()
    const { place } = await twoStops()
    const [t, ledger] = [needs(language), sponsors(language)]
    const base = `/${language}/organize/${place}`
    const organiser = await person({ language, phone: language === 'zh' })
    await signIn(organiser)

    await organiser.goto(`${base}/sponsors/needs`)
    await organiser.getByLabel(t('fields.title'), { exact: false }).first().fill('小浣熊抱枕')
    await organiser.getByLabel(t('fields.quantity'), { exact: false }).first().fill('10')
    await organiser
      .getByRole('button', { name: t('add') })
      .last()
      .click()
    await expect(organiser.getByText(t('state.open', { kind: 'prize', count: 10 }))).toBeVisible()
    const link = await ask(organiser, language, '小浣熊抱枕', { name: '商汤科技', contact: '虎哥' })

    const sponsor = await person({ language, phone: true })
    await sponsor.goto(`${link}?lang=${language}`)
    await sponsor.getByRole('button', { name: ledger('desk.yesFor', { title: '小浣熊抱枕' }) }).click()
    await expect(sponsor.getByText(ledger('desk.status.pledged')).first()).toBeVisible()
    const desk = new URL(sponsor.url()).pathname

    await organiser.goto(`${base}/sponsors/needs`)
    await expect(organiser.getByText(t('state.covered')).first()).toBeVisible()
    await expect(organiser.getByText(t('ask.state.yes')).first()).toBeVisible()

    await organiser.goto(`${base}/sponsors`)
    await organiser.getByLabel(ledger('countedFor', { title: '小浣熊抱枕' })).fill('9')
    await organiser
      .getByRole('button', { name: ledger('stepFor', { title: '小浣熊抱枕', step: ledger('next.pledged') }) })
      .click()
    await expect(organiser.getByText(ledger('promisedWas', { promised: 10, count: 9 }))).toBeVisible()

    await organiser.goto(`${base}/sponsors/plan`)
    await expect(organiser.getByText(words(language, 'prizes')('plan.units', { count: 9 }))).toBeVisible()

    const thanks = words(language, 'thanks')
    await organiser.goto(`${base}/recap/thanks`)
    await organiser.getByRole('button', { name: thanks('byChatFor', { name: '虎哥' }) }).click()
    await expect(organiser.getByText(thanks('progressDone', { all: 1 })).first()).toBeVisible()

    const reports = words(language, 'reports')
    await sponsor.goto(`${desk}/report`)
    await expect(sponsor.getByRole('heading', { level: 1 })).toContainText('商汤科技')
    await expect(sponsor.getByText(reports('quantity', { kind: 'prize', count: 9 }), { exact: true })).toBeVisible()
    await expect(sponsor.getByText(reports('state.thanked'))).toBeVisible()
    const city = language === 'zh' ? '上海' : 'Shanghai'
    await sponsor.getByRole('button', { name: reports('again.give', { city }) }).click()
    await expect(sponsor.getByText(reports('again.given', { city: '上海' }))).toBeVisible()
  })
}

test('anybody can help from the public list without a script, and gets a desk at once; what is gone is told kindly', async ({
  person,
}) => {
  test.slow()
  const { place } = await twoStops()
  const t = needs('zh')
  const organiser = await person({ phone: false })
  await signIn(organiser)
  await organiser.goto(`/zh/organize/${place}/sponsors/needs`)
  await organiser.getByLabel(t('fields.title'), { exact: false }).first().fill('摄影')
  await organiser
    .getByRole('button', { name: t('add') })
    .last()
    .click()
  await expect(organiser.getByText(t('state.openSome'))).toBeVisible()
  await organiser.getByRole('button', { name: t('board.open') }).click()
  await expect(organiser.getByText(t('board.on'))).toBeVisible()

  const helper = await person({ javaScriptEnabled: false })
  await helper.goto(`/zh/${place}`)
  await helper.getByRole('link', { name: t('public.link', { count: 1 }) }).click()
  await helper.getByRole('link', { name: t('public.helpFor', { title: '摄影' }) }).click()
  await helper.getByLabel(t('offer.thanks')).fill('阿澈')
  await helper.getByRole('button', { name: t('offer.submit') }).click()
  await expect(helper.getByRole('alert'), 'what is missing is told beside its field').toBeVisible()
  await expect(helper.getByLabel(t('offer.thanks')), 'and nothing typed is lost').toHaveValue('阿澈')

  await organiser.getByLabel(t('moreFor', { title: '摄影' })).click()
  await organiser.getByRole('button', { name: t('removeFor', { title: '摄影' }) }).click()
  await expect(organiser.getByText(t('removed', { title: '摄影' }))).toBeVisible()

  await helper.getByLabel(t('offer.contact')).fill('ache@example.com')
  await helper.getByRole('button', { name: t('offer.submit') }).click()
  await expect(helper.getByText(t('offer.gone'))).toBeVisible()
  await expect(helper.getByLabel(t('offer.contact'))).toHaveValue('ache@example.com')
  await helper.getByRole('button', { name: t('offer.submit') }).click()
  await expect(helper).toHaveURL(/\/zh\/desk\/[0-9a-f-]{36}\?done=offered$/)
  await expect(helper.getByRole('status'), 'the offer is thanked for').toBeVisible()
  await expect(helper.getByText(sponsors('zh')('desk.status.offered'))).toBeVisible()

  await organiser.goto(`/zh/organize/${place}/sponsors`)
  const confirm = sponsors('zh')('stepFor', { title: '摄影', step: sponsors('zh')('next.offered') })
  await organiser.getByRole('button', { name: confirm }).click()
  await expect(organiser.getByRole('button', { name: confirm }), 'it is taken').toBeHidden()
  await helper.goto(`/zh/${place}`)
  await expect(helper.getByText('阿澈').first()).toBeVisible()
})
