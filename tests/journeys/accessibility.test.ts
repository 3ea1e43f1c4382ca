import type { Page } from '@playwright/test'
import { axeFaults } from '../support/axe'
import { expect, test } from '../support/browser'
import { type DemoTarget, demoTarget } from '../support/demo'
import { allDoors, type Door } from '../support/doors'
import { everyWay } from '../support/each'
import { sessionCookie } from '../support/identities'

// checklist: 24, 47, 61
const WIDTHS = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } }
const LOOKS = [
  ['desk', 'dark'],
  ['phone', 'light'],
] as const
type Language = 'zh' | 'en'

/** A page shows each look in one of its languages, by turns (all in both with npm run doors); what words can do is measured in each. */
const looksOf = (language: Language, turn: number) =>
  everyWay ? LOOKS : LOOKS.slice((turn + Number(language === 'en')) % 2).slice(0, 1)

const rooms: Record<string, (door: Door) => boolean> = {
  'of anybody': ({ wrapper, path }) => wrapper === 'publicPage' && !/\[\.\.\.rest\]|\/instead$|\/mail\//.test(path),
  'of organisers': ({ wrapper, may }) =>
    wrapper !== 'publicPage' && wrapper !== 'holderPage' && !/^(guests|checkin|recap|messages)/.test(may ?? ''),
  'of organisers, the day and after': ({ wrapper, may }) =>
    wrapper === 'organizerPage' && /^(guests|checkin|recap|messages)/.test(may ?? ''),
  'of holders of links': ({ wrapper }) => wrapper === 'holderPage',
}

let demo: DemoTarget
test.beforeAll(async () => {
  demo = await demoTarget()
})

/** Links and buttons that a thumb misses, and whether the page moves sideways. */
const measures = (page: Page, least: number) =>
  page.evaluate((size) => {
    const seen = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary'),
    ]
    const small = seen.filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      const inText = element.tagName === 'A' && getComputedStyle(element).display === 'inline'
      const hidden = !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || width <= 1
      return !inText && !hidden && !element.closest('label') && (width < size || height < size)
    })
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth + 1
    return [
      ...small.map((element) => `small: ${element.outerHTML.slice(0, 120)}`),
      ...(wide ? [`moves sideways at ${innerWidth}`] : []),
    ]
  }, least)

async function visit(page: Page, door: Door, language: string): Promise<string | null> {
  const path = demo.addressOf(door, language)
  if (!path) return null
  const answer = await page.goto(path)
  return answer && answer.status() < 400 ? path : null
}

/** Everything that can be wrong with one page in one language. */
async function inspect(page: Page, door: Door, language: Language, turn: number): Promise<string[]> {
  const found: string[] = []
  for (const [at, [name, colorScheme]] of looksOf(language, turn).entries()) {
    await page.setViewportSize(WIDTHS[name])
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    if (at === 0 && !(await visit(page, door, language))) return [`${door.path} does not open in ${language}`]
    found.push(...(await axeFaults(page)).map((fault) => `${name}, ${colorScheme}: ${fault}`))
  }
  await page.setViewportSize({ width: 320, height: 640 })
  found.push(...(await measures(page, 24)))
  await page.setViewportSize(WIDTHS.phone)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '140%'))
  found.push(...(await measures(page, 24)).map((fault) => `at 1.4 times the text: ${fault}`))
  return found.map((fault) => `${door.path} in ${language}: ${fault}`)
}

test('what nobody could see or hear is found: the control', async ({ page }) => {
  const words = '<p style="color: #ccc; background: #fff">看不清</p>'
  await page.setContent(
    `<html lang="zh"><title>一页</title><main><h1>一页</h1>${words}<img src="data:,"></main></html>`,
  )
  const found = (await axeFaults(page)).map((fault) => fault.split(' ')[0])
  expect(found.sort()).toEqual(['color-contrast', 'image-alt'])
})

for (const language of ['zh', 'en'] as const) {
  for (const [room, belongs] of Object.entries(rooms)) {
    test(`everybody can use the pages ${room}, in ${language}`, async ({ page, context }) => {
      test.setTimeout(480_000)
      await context.addCookies([...demo.cookies, ...cookiesOf(await sessionCookie(demo.owner))])
      const doors = allDoors().filter((door) => door.kind === 'page' && belongs(door) && !/signin/.test(door.path))
      const found: string[] = []
      for (const [turn, door] of doors.entries()) found.push(...(await inspect(page, door, language, turn)))
      expect(found).toEqual([])
    })
  }

  test(`everybody can sign in, in ${language}`, async ({ page }) => {
    test.setTimeout(120_000)
    const found: string[] = []
    const doors = allDoors().filter(({ kind, path }) => kind === 'page' && /signin/.test(path))
    for (const [turn, door] of doors.entries()) found.push(...(await inspect(page, door, language, turn)))
    await page.goto(`/${language}/nowhere`)
    found.push(...(await axeFaults(page)))
    expect(found).toEqual([])
  })
}

const cookiesOf = (cookie: string) => {
  const [name = '', value = ''] = cookie.split('=')
  return [{ name, value, url: process.env.SITE_URL ?? '' }]
}
