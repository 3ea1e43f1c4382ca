import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { expect, test } from '../support/test'

test.describe.configure({ mode: 'default' })

const gate = ['--import', new URL('../../scripts/app/gate.mjs', import.meta.url).href]
const program = new URL('../support/shell-server.mjs', import.meta.url).pathname
const servers: ChildProcess[] = []
let guarded: number
let bare: number

async function serve(before: string[]): Promise<number> {
  const child = spawn(process.execPath, [...before, program], { stdio: ['ignore', 'pipe', 'inherit'] })
  servers.push(child)
  const [port] = await once(child.stdout as NonNullable<typeof child.stdout>, 'data')
  return Number(port)
}

test.beforeAll(async () => {
  guarded = await serve(gate)
  bare = await serve([])
})

test.afterAll(() => {
  for (const child of servers) child.kill()
})

type Call = { path: string; method?: string; headers?: Record<string, string>; pieces?: string[] }

function ask(port: number, { path, method = 'GET', headers = {}, pieces = [] }: Call) {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((done, fail) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = ''
      answer.on('data', (part) => {
        text += part
      })
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text, headers: answer.headers }))
    })
    call.on('error', fail)
    for (const piece of pieces) call.write(piece)
    call.end()
  })
}

// checklist: 65
test('a missing page leaves with its status and its words, not as a shell', async () => {
  const { status, text, headers } = await ask(guarded, { path: '/zh/nowhere' })
  expect(status).toBe(404)
  expect(text).toContain('words for page')
  expect(headers['content-security-policy']).toContain('default-src')
  expect(headers['x-of']).toBeUndefined()
  const without = await ask(bare, { path: '/zh/nowhere' })
  expect(without.text).toContain('__next_error__')
})

test('a failed page names the reference of its failure', async () => {
  const { status, text } = await ask(guarded, { path: '/en/failed'.replace('en', 'zh') })
  expect(status).toBe(500)
  expect(text).toContain('words for failure abc123')
})

test('the words are the same for everybody, the nonce of their scripts is not', async () => {
  const answers = [
    await ask(guarded, { path: '/zh/nowhere', headers: { cookie: 'a=1' } }),
    await ask(guarded, { path: '/zh/no/where', headers: { cookie: 'b=2' } }),
  ]
  const nonces = answers.map(({ headers }) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1])
  expect(new Set([...nonces, 'made', undefined]).size).toBe(4)
  for (const [at, { text }] of answers.entries())
    expect(text).toBe(`words for page <script nonce="${nonces[at]}"> to undefined`)
})

test('what names no path is refused, not an error of the framework', async () => {
  for (const path of ['*', 'nowhere', '?x=1']) expect((await ask(guarded, { path })).status, path).toBe(400)
})

test('a whole address is answered as its path is', async () => {
  for (const path of [
    'http://example.com/zh/here',
    'HTTPS://example.com:8443/zh/here?x=http://y',
    '/zh/here?u=http://z/',
  ])
    expect(await ask(guarded, { path })).toMatchObject({ status: 200, text: 'here' })
  expect((await ask(bare, { path: 'http://example.com/zh/here' })).text).not.toBe('here')
})

test('a page that says in time that it is missing, or elsewhere, leaves as that', async () => {
  const gone = await ask(guarded, { path: '/zh/gone' })
  expect([gone.status, gone.headers['x-of']]).toEqual([404, undefined])
  expect(gone.text).toContain('words for page')
  const elsewhere = await ask(guarded, { path: '/zh/elsewhere' })
  expect([elsewhere.status, elsewhere.headers.location, elsewhere.text]).toEqual([307, '/zh/signin', ''])
  expect(elsewhere.headers['x-frame-options']).toBe('DENY')
})

test('the name by which a page decides is given by nobody but the gate, and to pages only', async () => {
  const scripts: Record<string, string>[] = [{ rsc: '1' }, { rsc: '1', 'x-answer': 'mine' }]
  for (const headers of scripts) {
    expect((await ask(guarded, { path: '/zh/name', headers })).text).toBe('name undefined')
  }
  const [one, two] = [
    await ask(guarded, { path: '/zh/name' }),
    await ask(guarded, { path: '/zh/name', headers: { 'x-answer': 'mine' } }),
  ]
  expect(one.text).toMatch(/^name [\w-]{36}$/)
  expect(two.text).toMatch(/^name [\w-]{36}$/)
  expect(two.text).not.toBe(one.text)
})

test('a link of a guest that does not open has words of its own', async () => {
  expect((await ask(guarded, { path: '/en/ticket/unknown' })).text).toContain('words for link')
})

test('what is there, what is no page and what has no language go out as they are', async () => {
  expect(await ask(guarded, { path: '/zh/here' })).toMatchObject({ status: 200, text: 'here' })
  expect(await ask(guarded, { path: '/zh/data' })).toMatchObject({ status: 404, text: 'data' })
  expect((await ask(guarded, { path: '/other' })).text).toContain('__next_error__')
})

test('an address that cannot be read is a bad request', async () => {
  for (const path of ['/api/%E0%A4%A', '/t/%', '/_next/static/%ff', '/zh/%E0%A4%A?x=1']) {
    expect((await ask(guarded, { path })).status, path).toBe(400)
  }
  expect((await ask(guarded, { path: '/zh/here?q=%E0%A4%A' })).status, 'a search is not an address').toBe(200)
})

test('a form of another site is refused before it is read', async () => {
  const post = (origin: string, more = {}) =>
    ask(guarded, { path: '/zh/here', method: 'POST', headers: { host: 'meet.example.org', origin, ...more } })
  expect((await post('https://meet.example.org')).status).toBe(200)
  expect((await post('https://evil.example.com')).status).toBe(403)
  expect((await post('null')).status).toBe(403)
  expect((await post('https://front.example.org', { 'x-forwarded-host': 'front.example.org' })).status).toBe(200)
})

test('a page is asked for and posted to; what else is tried gets no page', async () => {
  const allow = 'GET, HEAD, OPTIONS, POST'
  for (const path of ['/', '/zh', '/en/here?x=1', '/zh/organize/a/b']) {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const { status, text, headers } = await ask(guarded, { path, method })
      expect([status, text, headers.allow], `${method} ${path}`).toEqual([405, '', allow])
    }
    const asked = await ask(guarded, { path, method: 'OPTIONS' })
    expect([asked.status, asked.text, asked.headers.allow], path).toEqual([204, '', allow])
  }
  expect((await ask(bare, { path: '/zh/here', method: 'PUT' })).text).toBe('here')
  for (const path of ['/api/offers', '/zhuhai', '/other'])
    expect((await ask(guarded, { path, method: 'PUT' })).text, path).toContain('__next_error__')
})

test('a form of more parts than any of ours is turned away in words before the framework takes it apart', async () => {
  const part = '--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
  const post = (count: number, { port = guarded, path = '/zh/desk/count', more = {}, at = 5 } = {}) => {
    const body = `${part.repeat(count)}--edge--\r\n`
    const headers = { 'content-type': 'multipart/form-data; boundary="edge"', 'content-length': String(body.length) }
    // Cut inside of what is counted.
    const pieces = [body.slice(0, at), body.slice(at, -10), body.slice(-10)]
    return ask(port, { path, method: 'POST', headers: { ...headers, ...more }, pieces })
  }
  const most = await post(2_999)
  expect([most.status, most.text]).toEqual([200, String(2_999 * part.length + 10)])
  const { status, text, headers } = await post(3_000, { at: part.length + 3 })
  expect([status, headers['x-frame-options']]).toEqual([413, 'DENY'])
  expect(text).toContain('太多')
  expect((await post(80_000)).status, 'megabytes of them').toBe(413)
  expect((await post(3_000, { port: bare })).status).toBe(200)
  expect((await post(3_000, { path: '/other' })).text, 'not of a page').toContain('__next_error__')
  expect((await post(3_000, { more: { 'content-type': 'text/plain' } })).status, 'no form').toBe(200)
  const typed = (rest: string) => post(2, { more: { 'content-type': `multipart/form-data${rest}` } })
  for (const rest of ['; boundary=edge', ';boundary=edge', '; boundary=----WebKitFormBoundaryAb0'])
    expect((await typed(rest)).status, rest).toBe(200)
  for (const rest of [
    '',
    '; x="; boundary=a"; boundary=edge',
    '; boundary=a; boundary=edge',
    `; boundary="${'e'.repeat(71)}"`,
  ])
    expect((await typed(rest)).status, `of which may be counted what does not divide it: ${rest}`).toBe(400)
})

test('only a form that may bring a picture may be long; whatever does not say how long it is goes to nobody', async () => {
  const multipart = 'multipart/form-data; boundary=x'
  const statusOf = async (path: string, kilobytes: number, type = 'text/plain') => {
    const headers = { 'content-type': type, 'content-length': String(kilobytes * 1_024) }
    return (await ask(guarded, { path, method: 'POST', headers, pieces: ['x'.repeat(kilobytes * 1_024)] })).status
  }
  const desk = '/zh/organize/tour/shanghai/sponsors'
  const cases: [path: string, kilobytes: number, type: string, status: number][] = [
    ['/zh/count', 256, 'text/plain', 200],
    ['/zh/count', 257, 'text/plain', 413],
    ['/zh/count', 257, multipart, 413],
    ['/zh/desk/1/count', 257, 'text/plain', 413],
    ['/zh/desk/1/count', 6_144, multipart, 200],
    ['/zh/desk/1/count', 6_145, multipart, 413],
    ['/zh/organize/tour/count', 1_024, 'text/plain', 200],
    ['/zh/organize/tour/count', 1_025, multipart, 413],
    [`${desk}/count`, 1_025, 'text/plain', 413],
    [`${desk}/count`, 1_025, multipart, 200],
    ['/zh/organize/tour/shanghai/prizes/count', 5_200, multipart, 200],
  ]
  for (const [path, kilobytes, type, status] of cases)
    expect(await statusOf(path, kilobytes, type), `${path} ${kilobytes} ${type}`).toBe(status)
  const endless = { 'content-type': multipart, 'transfer-encoding': 'chunked' }
  const answer = await ask(guarded, { path: '/zh/count', method: 'POST', headers: endless, pieces: ['x'] })
  expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('5 MB')])
})
