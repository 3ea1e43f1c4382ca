import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

export type Language = 'zh' | 'en'
export type Person = { language?: Language; javaScriptEnabled?: boolean; userAgent?: string; phone?: boolean }

type Options = { language: Language }
type Fixtures = {
  foreignRequests: string[]
  /** A page in a browser of its own: another person in the same test. */
  person: (who?: Person) => Promise<Page>
}

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

// checklist: 27
/** Notes every request to a host that is not ours; data and blob addresses ask nobody. */
function guard(context: BrowserContext, home: string, foreign: string[]) {
  const note = (address: string) => {
    const { protocol, host } = new URL(address)
    if (/^(https?|wss?):$/.test(protocol) && host !== home) foreign.push(`${protocol}//${host}`)
  }
  context.on('request', (request) => note(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())))
}

/**
 * Playwright's test for journeys: `language` chooses zh or en for the page, and a request to anybody else's server,
 * from any page of the test, fails it.
 */
export const test = base.extend<Options & Fixtures>({
  language: ['zh', { option: true }],
  locale: ({ language }, use) => use(LOCALES[language]),
  viewport: PHONE,

  foreignRequests: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const foreign: string[] = []
      await use(foreign)
      expect([...new Set(foreign)], "requests to other people's servers").toEqual([])
    },
    { auto: true },
  ],

  context: async ({ context, baseURL, foreignRequests }, use) => {
    guard(context, new URL(baseURL ?? '').host, foreignRequests)
    await use(context)
  },

  person: async ({ browser, baseURL, foreignRequests, language }, use) => {
    const contexts: BrowserContext[] = []
    await use(async ({ phone = true, language: own = language, ...rest } = {}) => {
      const viewport = phone ? PHONE : DESK
      const options = { ...rest, baseURL, locale: LOCALES[own], viewport, timezoneId: 'Asia/Shanghai' }
      const context = await browser.newContext(options)
      contexts.push(context)
      guard(context, new URL(baseURL ?? '').host, foreignRequests)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }
