const prefix = 'next-stop-link-'
const most = 40

/**
 * Which remembered links a browser is to forget, by the names of its cookies as it sends them (the oldest first): all but
 * the last forty and the one it looks at. On a tablet at the door hundreds register one after the other, and a request
 * whose headers are longer than 16 kB is answered by nobody.
 */
export const oldLinks = (names: readonly string[], path: string): string[] =>
  names
    .filter((name) => name.startsWith(prefix))
    .slice(0, -most)
    .filter((name) => !path.split('/').includes(name.slice(prefix.length)))
