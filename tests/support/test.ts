/**
 * Playwright Test without what it makes ready for a browser before every test, which takes longer than most tests of
 * rules: for all that opens no page.
 */
export { _baseTest as test, expect } from '@playwright/test'
