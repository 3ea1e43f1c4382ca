import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

type Found = { CHROMIUM_PATH: string; LD_LIBRARY_PATH?: string | undefined }

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Comes with npm, works on a machine without any browser and without a package manager. */
async function fromPackage(): Promise<Found | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  // Makes the package unpack the libraries it needs beside itself.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return { CHROMIUM_PATH: await packed.executablePath(), LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH }
}

function download(): string | null {
  try {
    execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
  } catch {
    return null
  }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

/** Where a Chromium for the journeys is, as environment for the workers. Refuses with a sentence when there is none. */
export async function findChromium(): Promise<Found> {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, and nothing is there.`)
  const found = [given, chromium.executablePath(), ...INSTALLED].find((path) => path && existsSync(path))
  if (found) return { CHROMIUM_PATH: found }
  const packed = await fromPackage()
  if (packed) return packed
  const loaded = download()
  if (loaded) return { CHROMIUM_PATH: loaded }
  throw new Error('The journeys need Chromium or Chrome: install one, or set CHROMIUM_PATH to its program.')
}
