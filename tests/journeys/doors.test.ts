import { expect, test } from '@playwright/test'
import { allDoors, type Door } from '../support/doors'
import { each, everyWay, patience } from '../support/each'
import { everybody, type Identity } from '../support/identities'
import { type ActionAnswer, type Answer, act, knock, nonceOf } from '../support/knock'
import { type BuiltAction, builtActions, builtPaths } from '../support/manifests'
import {
  addressAt,
  forbiddenTo,
  isTelling,
  namesRow,
  type Target,
  targetsOf,
  type Verdict,
  verdictOn,
} from '../support/verdicts'
import { aWorld, stored, type World } from '../support/world'

test.describe.configure({ mode: 'default' })

const FRAMEWORK = ['page /_not-found', 'page /_global-error']
const doors = allDoors()
const actions = builtActions()

let world: World
let other: World
let people: Identity[]
let targets: Target[]

test.beforeAll(async () => {
  world = await aWorld()
  other = await aWorld()
  people = await everybody(world, other)
  targets = targetsOf(world, other)
})

test('every way into the built application is a door with a policy', () => {
  const known = new Set(doors.filter(({ kind }) => kind !== 'action').map(({ kind, path }) => `${kind} ${path}`))
  const metadata = /^route \/(robots\.txt|sitemap\.xml|manifest\.webmanifest|favicon\.ico|icon\.\w+)$/
  expect(builtPaths().filter((path) => !known.has(path) && !FRAMEWORK.includes(path) && !metadata.test(path))).toEqual(
    [],
  )
  const guarded = new Set(doors.filter(({ kind }) => kind === 'action').map(({ file, name }) => `${file} ${name}`))
  expect(actions.map(({ file, name }) => `${file} ${name}`).filter((name) => !guarded.has(name))).toEqual([])
  expect(doors.length).toBeGreaterThan(20)
})

/** A secret link is no session: at a door that asks for one its holder is nobody, whatever the door leads to. */
const isNobodyAt = (who: Identity, { link }: Door) => who.cookie !== '' && !who.signedIn && link === null

type Knock = { door: Door; who: Identity; target: Target }

const policyOf = ({ kind, wrapper, may, link }: Door) => [kind, wrapper, may, link].join(' ')

/** Everybody at a door, own, foreign and missing, where it says something; at public doors few need to ask. */
const tellingKnocks = (door: Door): Knock[] =>
  people
    .filter(({ name }) => !door.wrapper.startsWith('public') || /^(nobody|organizer of another)/.test(name))
    .flatMap((who) => targets.map((target) => ({ door, who, target })))
    .filter(({ who, target }) => isTelling(who, target) && (target.name !== 'crossed' || namesRow(door)))
    .filter(({ who, target }) => everyWay || target.name === 'own' || !isNobodyAt(who, door))

/**
 * At the first door of each policy everybody knocks. At the others of the same policy, whoever gets in at home, and for
 * every other place and answer one of those who must get it, by turns (all with npm run doors).
 */
function knocks(kinds: Door['kind'][]): Knock[] {
  const asked = doors.filter(({ kind, wrapper }) => kinds.includes(kind) && wrapper !== 'frameworkRoute')
  const first = new Set(new Map(asked.toReversed().map((door) => [policyOf(door), door])).values())
  return asked.flatMap((door, turn) => {
    const all = tellingKnocks(door)
    if (everyWay || first.has(door)) return all
    const answerTo = ({ who, target }: Knock) => `${target.name}: ${verdictOn(door, who, target)}`
    return [...new Set(all.map(answerTo))].flatMap((answer) => {
      const alike = all.filter((one) => answerTo(one) === answer)
      return /^own: (in|either)|^crossed/.test(answer) ? alike : alike.slice(turn % alike.length).slice(0, 1)
    })
  })
}

function answered({ status, location }: Answer, kind: Door['kind']): Verdict | string {
  if (status === 404) return 'not found'
  if ((status === 401 && kind === 'route') || (status >= 300 && status < 400 && /\/signin$/.test(location)))
    return 'sign in'
  return status < 500 && status !== 403 ? 'in' : `status ${status}`
}

const leaks = (who: Identity, text: string): string[] =>
  forbiddenTo(who, [world, other])
    .filter((secret) => text.includes(secret))
    .map((secret) => `shows ${secret.replace(/-\w+$/, '')}`)

test('every page and route lets in whom its policy names, and shows nobody what is not theirs', async () => {
  test.setTimeout(patience)
  const wrong = await each(knocks(['page', 'route']), async ({ door, who, target }) => {
    const { path, sure } = addressAt(door, target)
    const method = door.kind === 'route' ? door.name : 'GET'
    const headers = door.writes ? { origin: process.env.SITE_URL ?? '' } : undefined
    const answer = await knock(path, { method, cookie: who.cookie, headers })
    const wanted = verdictOn(door, who, target)
    const got = answered(answer, door.kind)
    const right =
      wanted === got ||
      (wanted === 'either' && ['in', 'not found'].includes(got)) ||
      (wanted === 'in' && !sure && got === 'not found')
    const problems = [...(right ? [] : [`answers ${got} instead of ${wanted}`]), ...leaks(who, answer.text)]
    return problems.map((problem) => `${method} ${door.path} (${target.name}) to ${who.name} ${problem}`)
  })
  expect(wrong).toEqual([])
})

/** An answer without what differs only by the address asked for, by chance, or by the order in which pieces were ready. */
const alike = ({ status, text, headers }: Answer, { params, seriesId, eventId, links }: Target) =>
  [nonceOf(headers), ...Object.values(params), seriesId, eventId, ...Object.values(links)]
    .filter(Boolean)
    .reduce((left, word) => left.replaceAll(word, '-'), `${status} ${text}`)
    .replaceAll(/(<script\b[^>]*>)self\.__next_f.*?<\/script>/gs, '')

test('foreign and missing answer alike, byte for byte', async () => {
  test.setTimeout(120_000)
  const [, , foreign, missing] = targets as [Target, Target, Target, Target]
  const asking = people.filter(({ name }) => ['organizer', 'door', 'ticket holder'].includes(name))
  const closed = doors.filter(({ kind, wrapper }) => kind !== 'action' && /^(series|organizer|holder)/.test(wrapper))
  const wrong = await each(
    closed.flatMap((door) => asking.map((who) => ({ door, who }))),
    async ({ door, who }) => {
      const init = { method: door.kind === 'route' ? door.name : 'GET', cookie: who.cookie }
      const [one, two] = [
        await knock(addressAt(door, foreign).path, init),
        await knock(addressAt(door, missing).path, init),
      ]
      return alike(one, foreign) === alike(two, missing) ? [] : [`${door.path} tells ${who.name} what exists`]
    },
  )
  expect(wrong).toEqual([])
})

function said({ status, state, goes, location }: ActionAnswer): string {
  if (/\/signin(;|$)/.test(goes || location)) return 'sign in'
  if (state?.status === 'refused' && state.code === 'form.not-found') return 'not found'
  return state?.status === 'invalid' ? 'in' : `${status} ${state?.status} ${state?.code ?? ''}`
}

/** The address whose page knows the action, at a place that everybody may ask for. */
const pageOf = (page: string) => addressAt({ path: page, link: null }, targets[0] as Target).path

const doorOf = (action: { file: string; name: string }) =>
  doors.find((door) => door.file === action.file && door.name === action.name) as Door

const targetFields = (door: Door, { eventId, seriesId, links }: Target) => ({
  event: eventId,
  series: seriesId,
  link: links[door.link ?? ''] ?? '',
})

test('every action acts for whom its policy names, and tells strangers nothing of its form', async () => {
  test.setTimeout(patience)
  const before = await stored(world, other)
  // Everybody everywhere at one action of each policy; at the others, at their own stop, one of those who must get the
  // same answer, by turns (all with npm run doors).
  const asks = new Map(actions.map((action) => [policyOf(doorOf(action)), action]))
  const [own] = targets as [Target]
  const byTurns = (action: BuiltAction, turn: number) => {
    const answerTo = (who: Identity) => verdictOn(doorOf(action), who, own)
    return [...new Set(people.map(answerTo))].map((verdict) => {
      const alike = people.filter((who) => answerTo(who) === verdict)
      return { action, who: alike[turn % alike.length] as Identity, target: own }
    })
  }
  const all = actions.flatMap((action, turn) =>
    everyWay || asks.get(policyOf(doorOf(action))) === action
      ? people
          .flatMap((who) => targets.map((target) => ({ action, who, target })))
          .filter(({ who, target }) => isTelling(who, target) && target.name !== 'crossed')
      : byTurns(action, turn),
  )
  const wrong = await each(all, async ({ action, who, target }) => {
    const door = doorOf(action)
    // A field that no form has: whoever may act is told so, and nothing is done.
    const fields = { ...targetFields(door, target), nonsense: '1' }
    const answer = await act(action, pageOf(action.page), fields, { cookie: who.cookie })
    const [wanted, got] = [verdictOn(door, who, target), said(answer)]
    const problems = [...(wanted === got ? [] : [`answers ${got} instead of ${wanted}`]), ...leaks(who, answer.text)]
    return problems.map((problem) => `${door.name} of ${door.file} (${target.name}) to ${who.name} ${problem}`)
  })
  expect(wrong).toEqual([])
  expect(await stored(world, other)).toEqual(before)
})

/** What a browser says of a page of another site, or does not say. */
const origins = [null, 'null', 'https://example.com']

test('an action that another site posts is not done', async () => {
  test.setTimeout(120_000)
  const owner = people.find(({ name }) => name === 'owner') as Identity
  const holders = people.filter(({ link }) => link)
  const own = targets[0] as Target
  const before = await stored(world, other)
  // One wrapper stands before many actions: one of each tries every origin, the others one by turns.
  const first = new Set([...new Map(actions.map((action) => [doorOf(action).wrapper, action])).values()])
  const asked = actions.flatMap((action, turn) =>
    (everyWay || first.has(action) ? origins : [origins[turn % origins.length] ?? null]).map((origin) => ({
      action,
      origin,
    })),
  )
  const wrong = await each(asked, async ({ action, origin }) => {
    const door = doorOf(action)
    const cookie = holders.find(({ link }) => link?.kind === door.link)?.cookie ?? owner.cookie
    const answer = await act(action, pageOf(action.page), targetFields(door, own), { cookie, origin })
    // The framework refuses a foreign origin itself, with an error; our wrappers refuse what it lets pass.
    const refused = answer.state?.code === 'form.foreign' || (answer.state === null && answer.status >= 400)
    return refused ? [] : [`${door.name} of ${door.file} acts for origin ${origin}: ${said(answer)}`]
  })
  expect(wrong).toEqual([])
  expect(await stored(world, other)).toEqual(before)
})

test('a route that writes is not called by another site', async () => {
  const writing = doors.filter(({ kind, writes, name }) => kind === 'route' && (writes || name !== 'GET'))
  const wrong = await each(
    // Mail programs post from anywhere: the proof in the address is what counts there.
    writing.filter(({ wrapper }) => !['frameworkRoute', 'mailRoute'].includes(wrapper)),
    async (door) => {
      const { path } = addressAt(door, targets[0] as Target)
      const problems: string[] = []
      for (const origin of origins) {
        const headers: Record<string, string> = origin === null ? {} : { origin }
        const { status } = await knock(path, { method: door.name, headers })
        if (status !== 403) problems.push(`${door.name} ${door.path} answers ${status} to origin ${origin}`)
      }
      return problems
    },
  )
  expect(wrong).toEqual([])
})
