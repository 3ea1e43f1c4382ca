import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, whatever directory the command was typed in. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Absolute path of something inside the project. */
export const inRoot = (...parts) => resolve(ROOT, ...parts)

/** Where this installation keeps what must survive: database, secret, pictures, logs. Absolute. */
export const dataDir = () => resolve(ROOT, process.env.DATA_DIR || '.data')

/** Where commands that change the project itself (its packages, its build) wait for each other. */
export const workshop = () => resolve(ROOT, '.data')
