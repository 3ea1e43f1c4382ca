import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { inRoot } from '../../scripts/machine/places.mjs'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Half as long as `axe.source`, which every page would have to read.
const program = readFileSync(inRoot('node_modules/axe-core/axe.min.js'), 'utf8')

type Rules = { rules: { id: string; impact?: string }[] }
/** What a rule finds is as grave as the rule: those of little weight need not look, their findings would be thrown away. */
const light = (axe as { _audit?: Rules })._audit?.rules.filter(
  ({ impact }) => impact === 'minor' || impact === 'moderate',
)

const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: TAGS },
  rules: Object.fromEntries((light ?? []).map(({ id }) => [id, { enabled: false }])),
  resultTypes: ['violations'],
  elementRef: false,
}

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/** What is seriously wrong on the page as it stands, one line each; the program is put in once a page. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(program)
  return page.evaluate(async (options) => {
    const found = await window.axe?.run(document, options)
    const serious = (found?.violations ?? []).filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return serious.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} ${target} ${failureSummary?.replace(/\s+/g, ' ').slice(0, 160)}`,
      ),
    )
  }, OPTIONS)
}
