import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { buildApp } from '../../scripts/app/build.mjs'
import { firstRun } from '../../scripts/app/first-run.mjs'
import { launchServer, stopServer } from '../../scripts/app/server.mjs'
import { appEnvironment } from '../../scripts/machine/environment.mjs'
import { loopbackPort } from '../../scripts/machine/ports.mjs'
import { testDir } from './database'

const HOST = '127.0.0.1'

/** What our own code reads from the environment when it runs inside a test. */
export async function testEnvironment(databaseUrl: string): Promise<NodeJS.ProcessEnv> {
  const port = await loopbackPort()
  process.env.SITE_URL = `http://${HOST}:${port}`
  process.env.AUTH_SECRET = randomBytes(32).toString('base64url')
  process.env.DATA_DIR = join(testDir(), 'files')
  return appEnvironment({ databaseUrl, port })
}

/** The production build with the demo tour, served on a free port of loopback until `close`. */
export async function openSite(env: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  await buildApp()
  await firstRun(env, { seed: true })
  const child = await launchServer({ env, host: HOST, quiet: true })
  if (!child) throw new Error(`Port ${env.PORT} was taken while the site started.`)
  return () => stopServer(child)
}

/** A fresh one-time sign-in link of the organiser of the demo tour; needs the environment of a run. */
export async function organiserLink(): Promise<string> {
  const { signIn } = await firstRun(process.env, { seed: false })
  return signIn
}

/** The path of the demo tour's stage. */
export async function stageLink(): Promise<string> {
  const { stage } = await firstRun(process.env, { seed: false })
  return stage
}
