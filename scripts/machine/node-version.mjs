// Kept to syntax every Node with modules can read, so that an old one reaches the sentence below.
var NEEDED = [20, 19]

/** Ends with one sentence when this Node is older than the one the packages need. */
export function checkNode(version) {
  var parts = version.split('.').map(Number)
  if (parts[0] > NEEDED[0] || (parts[0] === NEEDED[0] && parts[1] >= NEEDED[1])) return
  console.error(
    '✗ Next Stop needs Node.js ' +
      NEEDED.join('.') +
      ' or newer; this is ' +
      version +
      '. Get version 24 from https://nodejs.org, then run the same command again.',
  )
  process.exit(1)
}
