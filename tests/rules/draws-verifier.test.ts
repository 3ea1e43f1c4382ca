import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from '@playwright/test'
import { verifierFiles } from '../../scripts/draw-verifier.mjs'
import { inRoot } from '../../scripts/machine/places.mjs'

const kept = (name: string) => readFileSync(inRoot(`public/verify/${name}`), 'utf8')
const { vectors } = JSON.parse(readFileSync(new URL('./vectors/vectors.json', import.meta.url), 'utf8'))
const [, room] = vectors
const bundle = {
  protocol: 'hat/1',
  plan: room.plan,
  list: room.list,
  log: room.log.map(({ hash, rec }: { hash: string; rec: object }) => ({ hash, rec })),
  head: room.head,
}

test('the checking page is what the code makes, one file, small, and asks nobody for anything', async () => {
  for (const [name, text] of Object.entries(await verifierFiles())) {
    expect(kept(name) === text, `${name} is stale: npm run draw:verifier`).toBe(true)
  }
  const page = kept('hat1.html')
  expect(Buffer.byteLength(page)).toBeLessThan(120 * 1024)
  expect(page).toContain("default-src 'none'")
  expect(page).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|<link|\bsrc=|https?:\/\/(?!github\.com)/)
})

test('the checking page follows a true session and refuses a changed one, without any help of a browser', () => {
  const code = /<script>([\s\S]*?)const out=/.exec(kept('hat1.html'))?.[1] ?? ''
  const check = (given: object) =>
    runInNewContext(`${code};JSON.stringify(hat1.verifyBundle(JSON.parse(given)))`, {
      given: JSON.stringify(given),
      TextEncoder,
      TextDecoder,
    }) as string
  expect(JSON.parse(check(bundle))).toMatchObject({ follows: true, people: 200 })
  expect(JSON.parse(check({ ...bundle, list: bundle.list.slice(1) }))).toMatchObject({ follows: false })
})
