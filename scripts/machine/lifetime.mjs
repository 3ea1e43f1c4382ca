import { Halt } from './halt.mjs'

const closers = []
let ending

/** Registers what must be done before this process goes; the last registered is done first. */
export function atEnd(close) {
  closers.push(close)
}

/** Has a signal or an error already begun to end this process? */
export const isEnding = () => ending !== undefined

/** Closes everything in order, then exits. Safe to call more than once. */
export function end(code) {
  ending ??= (async () => {
    for (const close of closers.reverse()) {
      try {
        await close()
      } catch (error) {
        console.error(`✗ ${error.message}`)
        code ||= 1
      }
    }
    process.exit(code)
  })()
  return ending
}

function explain(error) {
  if (!(error instanceof Halt)) return console.error(error)
  if (error.details) console.error(`\n${error.details.trimEnd()}\n`)
  console.error(`✗ ${error.message}`)
}

/** npm passes SIGTERM to the shell between us, which dies without a word: then the one who asked for us is gone. */
function endWithShell() {
  const shell = process.ppid
  setInterval(() => process.ppid !== shell && end(0), 500).unref()
}

/**
 * The frame of every command: signals end it in order (npm passes Ctrl-C on a second time, so repeats mean nothing),
 * a Halt ends it with its sentence. A work that resolves to a number exits with it; otherwise it lives on.
 */
export async function command(work) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0))
  if (process.env.npm_lifecycle_event) endWithShell()
  try {
    const code = await work()
    if (typeof code === 'number') await end(code)
  } catch (error) {
    if (!isEnding()) explain(error)
    await end(1)
  }
}
