import type { Page } from '@playwright/test'
import axe, { type RunOnly } from 'axe-core'

const RULES: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/** What is seriously wrong on the page as it stands, one line each; the program is put in once a page. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source)
  return page.evaluate(async (runOnly) => {
    const found = await window.axe?.run(document, { runOnly, resultTypes: ['violations'], elementRef: false })
    const serious = (found?.violations ?? []).filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return serious.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} ${target} ${failureSummary?.replace(/\s+/g, ' ').slice(0, 160)}`,
      ),
    )
  }, RULES)
}
