import { defineConfig } from '@playwright/test'

// Our code is the server's: `server-only` must resolve as it does there, in the workers too, which start after this.
const condition = '--conditions=react-server'
if (!process.env.NODE_OPTIONS?.includes(condition)) {
  process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, condition].filter(Boolean).join(' ')
}
// npm run model -- --commands stands between the commands and the database from the first line on.
const between = process.env.EVERY_COMMAND_PRELOAD
if (between && !process.env.NODE_OPTIONS.includes(between)) process.env.NODE_OPTIONS += ` --import=${between}`

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
// Nothing may leave the machine, whatever a page asks for.
const nowhere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'

/** Loading what short tests try takes longer than trying it: each file goes to one worker, not to all of them. */
const byFile = { fullyParallel: false }

const ARCHITECTURE = /architecture[^/]*\.(test|spec)\.ts$/

export default defineConfig({
  globalSetup: './tests/support/setup.ts',
  outputDir: 'test-results',
  reporter: 'list',
  // For two cores: tests of the database and journeys wait for it about a third of their time.
  workers: 3,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // Only bounds: a machine busy with other things must not fail a test.
  expect: { timeout: 15_000 },
  projects: [
    { name: 'architecture', testDir: 'tests/rules', testMatch: ARCHITECTURE, timeout: 30_000, ...byFile },
    { name: 'rules', testDir: 'tests/rules', testIgnore: ARCHITECTURE, timeout: 30_000, ...byFile },
    { name: 'database', testDir: 'tests/database', timeout: 60_000, ...byFile },
    {
      name: 'journeys',
      // A browser on a busy machine: a second try there, named as such in the report. Nowhere else.
      retries: process.env.CI ? 1 : 0,
      testDir: 'tests/journeys',
      timeout: 120_000,
      use: {
        baseURL: process.env.SITE_URL,
        timezoneId: 'Asia/Shanghai',
        // Drawing what moves is a quarter of the browser's work: only the tests about it ask for it.
        contextOptions: { reducedMotion: 'reduce' },
        // A recording costs a third of a journey's time: only the second try makes one.
        trace: 'on-first-retry',
        launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: ['--disable-gpu', ...quiet, nowhere] },
      },
    },
    {
      name: 'faults',
      // Whoever kills servers by the clock may once come too late on a busy machine: as above, and named as such.
      retries: process.env.CI ? 1 : 0,
      testDir: 'tests/faults',
      workers: 2,
      timeout: 300_000,
      ...byFile,
    },
  ],
})
