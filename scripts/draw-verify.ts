import { readFileSync } from 'node:fs'
import { verifyBundle } from '../lib/draws/rules/verify/bundle'

/** `npm run draw:verify BUNDLE`: 0 when everything follows, 1 with what does not, 2 when the file can't be read. */
const file = process.argv[2]
const bundle = read()
const verdict = verifyBundle(bundle)
if (verdict.follows) {
  console.log(
    `Everything follows: ${verdict.people} people, ${verdict.draws} draws, ${verdict.claims} claims, ${verdict.voids} voids.`,
  )
} else {
  console.log(`${verdict.at === null ? '' : `Record ${verdict.at}: `}${verdict.reason}.`)
  process.exitCode = 1
}

function read(): unknown {
  try {
    return JSON.parse(readFileSync(file ?? '', 'utf8'))
  } catch {
    console.error(file ? `${file} cannot be read as JSON.` : 'Usage: npm run draw:verify BUNDLE')
    process.exit(2)
  }
}
