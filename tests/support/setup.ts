import { buildApp } from '../../scripts/app/build.mjs'
import { Halt } from '../../scripts/machine/halt.mjs'
import { findChromium } from './chromium'
import { freshDatabase } from './database'
import { openSite, testEnvironment } from './server'

const PROJECTS = ['architecture', 'rules', 'database', 'journeys', 'faults']

/** The projects this run asks for: those named with --project, else all. */
function wanted(words: string[]): Set<string> {
  const named = words.flatMap((word, at) => {
    if (word.startsWith('--project=')) return [word.slice('--project='.length)]
    return word === '--project' ? [words[at + 1] ?? ''] : []
  })
  return new Set(named.length ? named : PROJECTS)
}

/** Brings up what the wanted tests need; workers find it in their environment. Answers what takes it down again. */
export default async function setup(): Promise<() => Promise<void>> {
  const projects = wanted(process.argv)
  const open: (() => Promise<void>)[] = []
  const close = async () => {
    for (const shut of open.reverse()) await shut()
  }
  try {
    if (projects.has('database') || projects.has('journeys')) {
      const database = await freshDatabase()
      open.push(database.close)
      Object.assign(process.env, await testEnvironment(database.url))
    }
    if (projects.has('faults')) await buildApp()
    if (projects.has('journeys')) {
      Object.assign(process.env, await findChromium())
      open.push(await openSite(process.env))
    }
    return close
  } catch (error) {
    await close()
    if (error instanceof Halt) console.error(error.details)
    throw error
  }
}
