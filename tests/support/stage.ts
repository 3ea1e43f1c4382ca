import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { database } from '@/lib/database/client'
import { keepPicture } from '@/lib/media/uploads/keep'
import { inRoot } from '../../scripts/machine/places.mjs'
import type { Stage } from './draws'
import { sessionCookie } from './identities'
import { aFile } from './pictures'

export const wide = { width: 1280, height: 720 }
export const narrow = { width: 1024, height: 768 }

const folder = process.env.PICTURES

/** A picture of the stage in both shapes, where pictures are asked for, and what must hold of each in any case. */
export async function portrait(page: Page, name: string) {
  for (const [shape, viewport] of [
    ['16x9', wide],
    ['4x3', narrow],
  ] as const) {
    await page.setViewportSize(viewport)
    if (folder) {
      await mkdir(folder, { recursive: true })
      await chineseFont(page)
      await page.waitForTimeout(1_500)
      await page.screenshot({ path: `${folder}/stage-${name}-${shape}.png` })
    }
    // A screen that was turned into another shape needs a moment to set itself.
    await expect.poll(() => complaints(page), { message: `${name} at ${shape}`, timeout: 5_000 }).toEqual([])
  }
  await page.setViewportSize(wide)
}

/** For pictures only: on a machine without a Chinese font, the one that the drawn posters use. */
export async function chineseFont(page: Page) {
  const files = inRoot('node_modules/@fontsource/noto-sans-sc')
  await page.route('**/picture-font/**', (route) =>
    route.fulfill({ path: `${files}/files/${route.request().url().split('/').at(-1)}`, contentType: 'font/woff2' }),
  )
  const css = (weight: number) =>
    readFileSync(`${files}/${weight}.css`, 'utf8').replaceAll('./files/', '/picture-font/')
  await page.addStyleTag({ content: `${css(400)}${css(700)}` })
}

/** What nobody could read from the last row: main words under 8 vh, contrast under 7:1, anything cut off by the edges. */
const complaints = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    const vh = innerHeight / 100
    const light = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
      const part = (value: number) => {
        const share = colour.startsWith('color(') ? value : value / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      }
      return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    }
    const behind = (element: Element | null): string => {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor
        if (!/, 0\)$|\/ 0\)$|^transparent$/.test(colour)) return colour
      }
      return 'rgb(16, 23, 26)'
    }
    const walker = document.createTreeWalker(document.getElementById('stage') ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const words = node.nodeValue?.trim()
      if (!element || !words || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const box = element.getBoundingClientRect()
      if (box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.top < -1 || box.left < -1)
        found.push(`"${words.slice(0, 30)}" leaves the screen`)
      const middle = element.closest('.draw-middle')?.getBoundingClientRect()
      if (middle && (box.bottom > middle.bottom + 1 || box.top < middle.top - 1))
        found.push(`"${words.slice(0, 30)}" is cut off`)
      const [one, two] = [light(getComputedStyle(element).color), light(behind(element))]
      const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
      if (contrast < 7) found.push(`"${words.slice(0, 30)}" has ${contrast.toFixed(1)}:1`)
    }
    const main = '.draw-title, .draw-won, .draw-bigcode, .stage-title, .stage-note-text, [data-grid=one] .draw-name'
    for (const element of document.querySelectorAll(main)) {
      const size = Number.parseFloat(getComputedStyle(element).fontSize) / vh
      if (element.checkVisibility({ visibilityProperty: true }) && size < 7.99)
        found.push(`${element.className} has ${size.toFixed(1)} vh`)
    }
    for (const piece of document.querySelectorAll('.draw-pieces li')) {
      const [box, middle] = [piece, piece.closest('.draw-middle') ?? piece].map((one) => one.getBoundingClientRect())
      if (box && middle && box.bottom > middle.bottom + 1) found.push('a die is cut off')
    }
    return [...new Set(found)]
  })

/** Signs whoever holds this proof in, in one browser. */
export async function signInto(context: BrowserContext, scope: { actorId: string }, url: string) {
  const cookie = await sessionCookie({ personId: scope.actorId } as Parameters<typeof sessionCookie>[0])
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
}

/** The console of a host who is signed in, on a machine of its own. */
export async function consoleOf(page: Page, scope: Stage, tab = '') {
  await signInto(page.context(), scope, process.env.SITE_URL ?? '')
  await page.goto(`/zh/organize/${scope.seriesSlug}/${scope.eventSlug}/draws${tab}`)
}

/** Everybody of an event but so many is at the door. */
export async function checkedIn(scope: Stage, but = 0) {
  const people = await database().registration.findMany({ where: scope.within, select: { id: true } })
  await database().checkIn.createMany({
    data: people.slice(but).map(({ id }) => ({
      eventId: scope.eventId,
      id: randomUUID(),
      registrationId: id,
      outcome: 'accepted' as const,
      byPersonId: scope.actorId,
    })),
  })
}

/** A photo for the named prize, as its giver would have sent it. */
export async function withPhoto(scope: Stage, title: string) {
  const photoId = await keepPicture(scope, aFile(await aPillow()), 'photo')
  await database().gift.updateMany({ where: { ...scope.within, title }, data: { photoId } })
}

/** A raccoon's face on a pillow, drawn here. */
const aPillow = (): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 80 80">
<rect width="80" height="80" fill="#fffdf8"/><rect x="8" y="10" width="64" height="60" rx="18" fill="#d9cdb8"/>
<path d="M18 26l8-12 8 8zM62 26l-8-12-8 8z" fill="#6b6358"/><ellipse cx="40" cy="40" rx="25" ry="20" fill="#8d8475"/>
<path d="M17 40q10-12 22-2l-3 10q-12 4-19-8zM63 40q-10-12-22-2l3 10q12 4 19-8z" fill="#37322c"/>
<circle cx="30" cy="40" r="4" fill="#fff"/><circle cx="50" cy="40" r="4" fill="#fff"/><circle cx="31" cy="40" r="2"/>
<circle cx="49" cy="40" r="2"/><ellipse cx="40" cy="51" rx="9" ry="6" fill="#efe7d8"/><circle cx="40" cy="49" r="2.4"/></svg>`),
  )
    .png()
    .toBuffer()
