import { expect, test } from '@playwright/test'
import { allDoors, type Door } from '../support/doors'
import { each, everyWay, patience } from '../support/each'
import { everybody, type Identity } from '../support/identities'
import { act, type Fields, knock } from '../support/knock'
import { type BuiltAction, builtActions } from '../support/manifests'
import { allForms, type Form, filled, formOf, isId, isList, isText } from '../support/schemas'
import { addressAt, type Target, targetsOf } from '../support/verdicts'
import { aWorld, stored, type World } from '../support/world'
import { wrongs } from '../support/wrong-forms'

test.describe.configure({ mode: 'default' })

type Post = { action: BuiltAction; door: Door; form: Form; path: string; cookie: string; base: Fields }

let world: World
let other: World
let own: Target
let people: Identity[]
let posts: Post[]

test.beforeAll(async () => {
  test.setTimeout(120_000)
  ;[world, other] = [await aWorld(), await aWorld()]
  people = await everybody(world, other)
  own = targetsOf(world, other)[0] as Target
  const forms = await allForms()
  const doors = allDoors()
  posts = builtActions().flatMap((action) => {
    const door = doors.find(({ file, name }) => file === action.file && name === action.name)
    const form = door && formOf(door, forms)
    return door && form ? [postOf(action, door, form)] : []
  })
})

/** What is needed to post a form as somebody who may: their cookie, their own target. */
function postOf(action: BuiltAction, door: Door, form: Form): Post {
  const owner = people.find(({ name }) => name === 'owner')
  const holder = people.find(({ link }) => link && link.kind === door.link)
  const base = { event: own.eventId, series: own.seriesId, link: own.links[door.link ?? ''] ?? '' }
  const path = addressAt({ path: action.page, link: door.link }, own).path
  return { action, door, form, path, cookie: (holder ?? owner)?.cookie ?? '', base }
}

test('a form with a wrong field says so beside it, keeps what was typed and stores nothing', async () => {
  test.setTimeout(patience)
  expect(posts.length).toBeGreaterThan(20)
  const before = await stored(world, other)
  const all = posts.flatMap((post, turn) => wrongs(post.form, turn).map((bad) => ({ ...post, bad })))
  const wrong = await each(all, async ({ action, door, path, cookie, base, bad }) => {
    const { status, state } = await act(action, path, { ...base, ...bad.fields }, { cookie })
    const values = state?.values as Fields | undefined
    const right = (name: string) =>
      status < 400 &&
      state?.status === 'invalid' &&
      Object.keys(state.fields ?? {}).includes(name) &&
      isKept(values?.[name], bad.fields[name])
    const silent = bad.told.filter((name) => !right(name))
    if (silent.length === 0) return []
    return [
      `${door.name} (${silent}: ${bad.what}) answers ${status} ${state?.status ?? 'nothing'} ${JSON.stringify(state?.fields ?? {})}`,
    ]
  })
  expect(wrong).toEqual([])
  expect(await stored(world, other)).toEqual(before)
})

/** Of a field sent twice the form keeps the first; of a list, all. */
const isKept = (kept: string | string[] | undefined, sent: string | string[] | undefined): boolean =>
  JSON.stringify(kept) === JSON.stringify(Array.isArray(kept) ? [sent].flat() : [sent].flat()[0])

test('an empty form is answered, never with an error page', async () => {
  test.setTimeout(120_000)
  const wrong = await each(posts, async ({ action, door, path, cookie, base }) => {
    const { status, state, goes } = await act(action, path, base, { cookie })
    return status < 500 && (state || goes) ? [] : [`${door.name} answers ${status}`]
  })
  expect(wrong).toEqual([])
})

/** Whose forms may mean such a row, by their part and field. */
const MEANT: Record<string, RegExp> = {
  talk: /^(program|recap)|talk/,
  speaker: /^program|speaker/,
  sponsor: /^sponsors/,
  contact: /^sponsors/,
  gift: /^(sponsors|prizes)/,
  unit: /^prizes|unit/,
  registration: /^(registration|checkin|prizes|draws)/,
  formerRegistration: /^registration/,
  volunteer: /^volunteers/,
  message: /^messages/,
  event: /^(events|tour|people)/,
  draft: /^(events|tour)/,
}

/** A stranger's rows to try in a field: those that it may mean, and one that it can not, by turns. */
function strangersFor({ file }: Form, field: string, turn: number): string[] {
  const place = `${file.split('/')[1]}.${field}`
  const kinds = Object.keys(other.rows)
  const meant = kinds.filter((kind) => everyWay || (MEANT[kind] ?? /^/).test(place))
  return [...new Set([...meant, kinds[turn % kinds.length] ?? ''])].map((kind) => other.rows[kind] ?? '')
}

test('another series’ row and a missing one are refused alike, and stay as they are', async () => {
  test.setTimeout(patience)
  const before = await stored(other)
  const missing = '00000000-0000-7000-8000-000000000001'
  const organizer = people.find(({ name }) => name === 'organizer')
  const all = posts.flatMap((post) =>
    Object.entries(post.form.shape)
      .filter(([, type]) => isId(type))
      .map(([field]) => ({ ...post, field, cookie: post.door.link ? post.cookie : (organizer?.cookie ?? '') })),
  )
  const tries = all.map((one, turn) => ({ ...one, strangers: strangersFor(one.form, one.field, turn) }))
  const wrong = await each(tries, async ({ action, door, form, path, cookie, base, field, strangers }) => {
    const fields = { ...base, ...filled(form.shape) }
    const answer = async (id: string) => {
      const { status, state, goes } = await act(
        action,
        path,
        { ...fields, [field]: isList(form.shape[field] as never) ? [id] : id },
        { cookie },
      )
      const told = JSON.stringify({ ...state, values: null, at: null, subject: null }).replaceAll(id, '-')
      // How many registered meanwhile, by the forms beside this one, says nothing of the row.
      return `${status} ${told.replace(/\d+/g, 'N')} ${goes.replaceAll(id, '-')}`
    }
    // Twice, for forms that need no row at all: what can be done once is then done.
    const once = await answer(missing)
    const wanted = /"status":"refused"/.test(once) ? once : await answer(missing)
    const answers = await Promise.all(strangers.map(answer))
    return answers.every((got) => got === wanted) && !/^5/.test(wanted)
      ? []
      : [`${door.name}.${field}: ${[wanted, ...new Set(answers)].join(' | ')}`]
  })
  expect(wrong).toEqual([])
  expect(await stored(other)).toEqual(before)
})

const SCRIPT = '<script>alert("x")</script>'
const RUNNING = [SCRIPT, '"><img src=x onerror=alert(1)>']
const ODD = ['Zoë 🎉👩‍👩‍👧', 'שלום עולם', "');--", '{{7*7}}']

test('odd but honest text is taken or refused, and never runs', async () => {
  test.setTimeout(patience)
  // Each field gets something that would run, and something odd: of either kind by turns (all with npm run doors).
  const rounds = ({ shape }: Form) => (Object.values(shape).some((type) => isText(type)) ? [RUNNING, ODD] : [ODD])
  const all = posts.flatMap((post, nth) =>
    rounds(post.form).flatMap((texts) =>
      (everyWay ? texts.map((_, turn) => turn) : [nth]).map((turn) => ({ ...post, texts, turn })),
    ),
  )
  const wrong = await each(all, async ({ action, door, form, path, cookie, base, texts, turn }) => {
    const typed = Object.entries(form.shape)
      .filter(([, type]) => isText(type))
      .map(([field], n) => [field, texts[(turn + n) % texts.length] as string])
    const answer = await act(action, path, { ...base, ...filled(form.shape), ...Object.fromEntries(typed) }, { cookie })
    return answer.status < 500 && (answer.state || answer.goes)
      ? []
      : [`${door.name} answers ${answer.status} to ${JSON.stringify(typed)}`]
  })
  expect(wrong).toEqual([])
  const owner = people.find(({ name }) => name === 'owner')
  const pages = allDoors().filter(({ kind, wrapper }) => kind === 'page' && wrapper !== 'holderPage')
  const running = await each(pages, async (door) => {
    const { text, status } = await knock(addressAt(door, own).path, { cookie: owner?.cookie ?? '' })
    const raw = text.includes(SCRIPT) || text.includes('<img src=x onerror')
    return raw || status >= 500 ? [`${door.path} answers ${status}${raw ? ' and shows raw text' : ''}`] : []
  })
  expect(running).toEqual([])
})

test('what is no form at all is turned away, and the server goes on', async () => {
  test.setTimeout(120_000)
  const before = await stored(world, other)
  const { action, path, cookie } = posts[0] as Post
  const origin = process.env.SITE_URL ?? ''
  const bodies: [string, BodyInit, string?][] = [
    ['nothing', ''],
    ['no JSON', 'x', 'text/plain;charset=UTF-8'],
    ['an operator instead of a form', '[{"status":"idle"},{"event":{"not":null}}]', 'text/plain;charset=UTF-8'],
    ['a reference to nowhere', '["$K9","$Fa","$@1"]', 'text/plain;charset=UTF-8'],
    ['a prototype', '[{"__proto__":{"admin":true}},"$K1"]', 'text/plain;charset=UTF-8'],
    ['ten million letters', 'a'.repeat(10_000_000), 'text/plain;charset=UTF-8'],
    ['a broken form', '--x\r\nContent-Disp', 'multipart/form-data; boundary=x'],
  ]
  for (const [what, body, type] of bodies) {
    const headers = { 'next-action': action.id, origin, ...(type ? { 'content-type': type } : {}) }
    const answer = await knock(path, { method: 'POST', body, cookie, headers })
    expect(answer.text.includes('"status":"done"'), what).toBe(false)
  }
  expect((await knock('/healthz')).status).toBe(200)
  expect(await stored(world, other)).toEqual(before)
})

test('addresses that nobody could mean are answered without an error', async () => {
  const odd = [
    '/zh/%00',
    '/zh/%E0%A4%A',
    '/zh/..%2f..%2fetc',
    `/zh/${'a'.repeat(4_000)}`,
    '/zh/$%7B7*7%7D',
    '/zh/a/b/c/d/e',
    '/zh?x[]=1&x[not]=2',
    '/zh//example.com',
    '/t/%00',
    '/t/',
    '/zh/ticket/%00',
  ]
  for (const path of odd) expect((await knock(path)).status, path.slice(0, 60)).toBeLessThan(500)
})

const BODIES: Record<string, [BodyInit, string]> = {
  nothing: ['', 'application/x-www-form-urlencoded'],
  'operators in a form': ['name[not]=&contact[contains]=a&event[gt]=', 'application/x-www-form-urlencoded'],
  'operators in JSON': ['{"name":{"not":null},"contact":{"contains":""},"requestKey":{"not":""}}', 'application/json'],
  'a list': ['[]', 'application/json'],
  'no JSON': ['{', 'application/json'],
  'a field a thousand times': [
    Array.from({ length: 1_000 }, () => 'name=a').join('&'),
    'application/x-www-form-urlencoded',
  ],
  'ten million letters': [`name=${'a'.repeat(10_000_000)}`, 'application/x-www-form-urlencoded'],
  'control characters': ['name=a%00b&contact=%E2%80%AEmoc', 'application/x-www-form-urlencoded'],
  'a broken form': ['--x', 'multipart/form-data; boundary=x'],
}

test('routes that take input turn bad input away, and store nothing', async () => {
  const before = await stored(world, other)
  const taking = allDoors().filter(
    ({ kind, name, wrapper }) => kind === 'route' && name !== 'GET' && wrapper !== 'frameworkRoute',
  )
  for (const door of taking) {
    for (const [what, [body, type]] of Object.entries(BODIES)) {
      const headers = { origin: process.env.SITE_URL ?? '', 'content-type': type }
      const owner = people.find(({ name }) => name === 'owner')
      const answer = await knock(addressAt(door, own).path, {
        method: door.name,
        body,
        headers,
        cookie: owner?.cookie ?? '',
      })
      expect(answer.status, `${door.name} ${door.path}: ${what}`).toBeLessThan(500)
    }
  }
  expect(await stored(world, other)).toEqual(before)
})
