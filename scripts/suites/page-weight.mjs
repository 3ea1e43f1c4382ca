import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Halt } from '../machine/halt.mjs'
import { inRoot } from '../machine/places.mjs'

/** Bytes, gzip, of files of the build by their paths in it. */
export const zipped = (paths) =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(inRoot('.next', path))).length, 0)

/** Bytes of script, gzip, that the framework puts on a page without anything on it. */
export function frameworkScripts() {
  const built = inRoot('.next/server/app')
  const manifest = readdirSync(built, { recursive: true }).find((path) => /page\/build-manifest\.json$/.test(path))
  if (!manifest) throw new Halt('There is no build to measure: npm run build.')
  return zipped(JSON.parse(readFileSync(join(built, manifest), 'utf8')).rootMainFiles)
}

/** The address of the first stop that the site's own map names: /zh/series/stop. */
export async function eventAddress(site) {
  const map = await (await fetch(`${site}/sitemap.xml`)).text()
  const found = /<loc>([^<]*\/zh\/[\w-]+\/[\w-]+)<\/loc>/.exec(map)?.[1]
  if (!found) throw new Halt('The site shows no stop to measure.')
  return new URL(found).pathname
}

/** Bytes of script, gzip, that a modern browser loads on the public page of a stop. */
export async function eventScripts(site) {
  const html = await (await fetch(`${site}${await eventAddress(site)}`)).text()
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
  const paths = new Set(tags.map(([, address]) => new URL(address, site).pathname.replace('/_next/', '')))
  return zipped([...paths])
}
