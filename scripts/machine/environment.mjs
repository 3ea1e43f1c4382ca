import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptText, textOf } from './files.mjs'
import { Halt } from './halt.mjs'
import { dataDir, inRoot } from './places.mjs'

/** Reads `.env` when there is one; what the environment already says stays. */
export function readDotEnv() {
  if (textOf(inRoot('.env')) !== null) process.loadEnvFile(inRoot('.env'))
}

/** Makes the data folder, or refuses with the reason in one sentence. */
export function openDataDir() {
  const dir = dataDir()
  try {
    mkdirSync(dir, { recursive: true })
    accessSync(dir, constants.W_OK | constants.X_OK)
    const trial = join(dir, `trial-${process.pid}`)
    writeFileSync(trial, '')
    rmSync(trial, { force: true })
  } catch (error) {
    throw new Halt(
      `Can't write to ${dir} (${error.code ?? error.message}). Make it writable for this user, or set DATA_DIR to a folder that is.`,
    )
  }
  return dir
}

/** The port people asked for; 3000 unless PORT says otherwise. */
export function wantedPort() {
  const text = process.env.PORT || '3000'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Halt(`PORT is "${text}"; it must be a number from 1 to 65535.`)
  return port
}

const secret = () => keptText(join(dataDir(), 'secret'), () => randomBytes(32).toString('base64url'))

/** What the application runs with. `databaseUrl` and `port` decide, everything else can be set from outside. */
export function appEnvironment({ databaseUrl, port, mode = 'production' }) {
  const siteUrl = (process.env.SITE_URL || `http://localhost:${port}`).replace(/\/+$/, '')
  const authSecret = process.env.AUTH_SECRET || secret()
  return {
    ...process.env,
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir(),
    PORT: String(port),
    SITE_URL: siteUrl,
    NEXTAUTH_URL: siteUrl,
    AUTH_SECRET: authSecret,
    NEXTAUTH_SECRET: authSecret,
  }
}
