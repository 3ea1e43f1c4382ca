/** `npm run doors`: what else goes by turns is tried in every way. */
export const everyWay = process.env.EVERY_WAY === '1'
/** How long what is tried so often may take, in ms. */
export const patience = everyWay ? 3_600_000 : 300_000

/** Runs over a list, four at a time (the server of a test has two cores), and answers all problems, sorted. */
export async function each<T>(list: readonly T[], run: (item: T) => Promise<string[]>): Promise<string[]> {
  const rest = [...list]
  const found: string[] = []
  const work = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) found.push(...(await run(item)))
  }
  await Promise.all([1, 2, 3, 4].map(work))
  return found.sort()
}
