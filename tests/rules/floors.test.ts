import { readFileSync } from 'node:fs'
import { inRoot } from '../../scripts/machine/places.mjs'
import { expect, test } from '../support/test'

type Floor = { package: string; atLeast: string; advisories: string[]; why: string }
type Locked = { packages: Record<string, { version?: string }> }

const read = (path: string) => JSON.parse(readFileSync(inRoot(path), 'utf8'))
const { floors } = read('tests/floors.json') as { floors: Floor[] }

const numbers = (version: string) => (version.split('-')[0] ?? '').split('.').map(Number)

/** Is a version at the floor or above? What comes before a release (1.2.3-beta) is below it. */
function reaches(version: string, floor: string): boolean {
  const [have, need] = [numbers(version), numbers(floor)]
  const at = need.findIndex((part, place) => (have[place] ?? 0) !== part)
  return at < 0 ? !version.includes('-') : (have[at] ?? 0) > (need[at] ?? 0)
}

/** Every copy of a floored package in a lock file that is too old, as "path version". */
function belowFloor(lock: Locked, list: Floor[]): string[] {
  return Object.entries(lock.packages).flatMap(([path, { version }]) => {
    const floor = list.find(({ package: name }) => path.endsWith(`node_modules/${name}`))
    return floor && version && !reaches(version, floor.atLeast) ? [`${path} ${version}`] : []
  })
}

test('versions are compared by number, part by part', () => {
  const cases: [string, string, boolean][] = [
    ['16.4.3', '16.4.3', true],
    ['16.4.2', '16.4.3', false],
    ['16.10.0', '16.4.3', true],
    ['15.9.9', '16.4.3', false],
    ['17.0.0', '16.4.3', true],
    ['16.4.3-canary.1', '16.4.3', false],
    ['16.4.4-canary.1', '16.4.3', true],
  ]
  for (const [version, floor, verdict] of cases) expect(reaches(version, floor), `${version} / ${floor}`).toBe(verdict)
})

test('an old copy deep inside another package is found', () => {
  const lock = {
    packages: { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/x/node_modules/zod': { version: '3.25.0' } },
  }
  expect(belowFloor(lock, floors)).toEqual(['node_modules/x/node_modules/zod 3.25.0'])
})

test('no locked package is older than the version that fixed it', () => {
  expect(belowFloor(read('package-lock.json'), floors)).toEqual([])
})

test('every floor names what it protects from', () => {
  for (const { package: name, advisories, why } of floors) {
    expect(advisories.length, name).toBeGreaterThan(0)
    for (const id of advisories) expect(id).toMatch(/^(GHSA(-[a-z0-9]{4}){3}|CVE-\d{4}-\d{4,6})$/)
    expect(why.length, name).toBeGreaterThan(10)
  }
})
