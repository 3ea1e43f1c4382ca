import { setTimeout as sleep } from 'node:timers/promises'
import { nginxProgram, throughNginx } from './nginx.mjs'
import { beside, load, sql } from './place.mjs'
import { getOf, openWires } from './wire.mjs'

const HOST = '127.0.0.1'

/** One answer as it stands on the wire. */
export async function askOnce({ port }, host, path, headers) {
  const wires = openWires({ host: HOST, port }, 1)
  const answer = await wires.ask(getOf(host, path, headers))
  wires.close()
  return answer
}

const wants = { 'accept-encoding': 'br' }

/** The event page straight from the app and through nginx, each against the same bytes from something bare. */
export async function measurePage(place, { median, rounds, seconds }) {
  const { page } = await place.event(200)
  const host = new URL(place.site).host
  const answer = await fetch(place.site + page, { headers: wants })
  const own = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'])
  const headers = [...answer.headers].filter(([name]) => !own.has(name))
  // fetch unpacks what it gets, so the bytes are packed again: as many, to the byte, as the app sends.
  const { body: packed, length } = await rawBytes(place, host, page)
  const bare = beside('./bare.mjs', {
    page: { bytes: packed.toString('base64'), headers: [...headers, ['content-length', String(length)]].flat() },
  })
  const { port } = await bare.answer
  const run = (to, path = page) => load({ to, host, page: path, seconds })
  const rate = (runs) => median(runs.map(({ statuses, seconds: took }) => (statuses[200] ?? 0) / took))
  const rows = []
  try {
    const [app, other] = [[], []]
    for (let round = 0; round < rounds; round++) {
      app.push(await run({ host: HOST, port: place.port }))
      other.push(await run({ host: HOST, port }))
    }
    rows.push(ratio('event page, against bare node:http with the same bytes', 0.6, rate(app), rate(other)))
  } finally {
    bare.stop()
  }
  if (!nginxProgram()) {
    rows.push({
      what: 'event page through nginx',
      bound: '≥ 0.5',
      measured: 'there is no nginx on this machine',
      good: null,
    })
    return rows
  }
  await throughNginx(place, { bytes: packed }, async (nginx) => {
    const [cached, fixed] = [[], []]
    for (let round = 0; round < rounds; round++) {
      cached.push(await run({ host: HOST, port: nginx.proxy }))
      fixed.push(await run({ host: HOST, port: nginx.files }, '/page.html'))
    }
    rows.push(ratio('event page through nginx, against nginx with the same bytes', 0.5, rate(cached), rate(fixed)))
  })
  return rows
}

const ratio = (what, least, a, b) => ({
  what,
  bound: `≥ ${least}`,
  measured: `${(a / b).toFixed(2)} × (${Math.round(a)} against ${Math.round(b)} a second)`,
  good: a / b >= least,
})

async function rawBytes(place, host, path) {
  const { request } = await import('node:http')
  return new Promise((done, failed) => {
    const call = request({ host: HOST, port: place.port, path, headers: { host, ...wants } }, (answer) => {
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => {
        const body = Buffer.concat(parts)
        done({ body, length: body.length })
      })
    })
    call.on('error', failed).end()
  })
}

/** How long until two nodes say what was changed, from the commit on. */
export async function measureEdit(place) {
  const event = await place.event(200)
  const second = await place.startBeside()
  const host = new URL(place.site).host
  const both = [place.port, second.port]
  const took = []
  try {
    for (let n = 0; n < 5; n++) {
      for (const port of both) await askOnce({ port }, host, event.page)
      const title = `第 ${n} 次改名`
      await sql(
        place.url,
        `WITH e AS (UPDATE events SET title = $2, version = version + 1 WHERE id = $1 RETURNING id, series_id)
        INSERT INTO activities (id, series_id, event_id, actor_kind, verb, subject_id)
        SELECT gen_random_uuid(), series_id, id, 'person', 'event.edited', id FROM e`,
        [event.id, title],
      )
      const since = performance.now()
      await Promise.all(
        both.map(async (port) => {
          while (!(await askOnce({ port }, host, event.page)).body.includes(title)) {
            if (performance.now() - since > 10_000) throw new Error('an edit never came')
            await sleep(10)
          }
        }),
      )
      took.push(performance.now() - since)
    }
  } finally {
    await second.stop()
  }
  const worst = Math.max(...took)
  return {
    what: 'an edit is on the page of both nodes',
    bound: '≤ 500 ms',
    measured: `${Math.round(worst)} ms, the slowest of ${took.length}`,
    good: worst <= 500,
  }
}

/** What a phone loads at its first visit, without pictures. */
export async function measureFirstVisit(place) {
  const { page } = await place.event(200)
  const host = new URL(place.site).host
  const sizeOf = async (path) => {
    const { head, body } = await askOnce(place, host, path, wants)
    return { bytes: Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Buffer.byteLength(body)), head }
  }
  const html = await (await fetch(place.site + page)).text()
  const loads = [
    ...html.matchAll(/<(?:link|script)\b[^>]*\b(?:href|src)="(\/[^"]+\.(?:css|js|woff2)[^"]*|\/api\/fonts\/[^"]+)"/g),
  ].map(([, path]) => path)
  const fonts = [...html.matchAll(/url\(["']?(\/api\/fonts\/[^"')]+)/g)].map(([, path]) => path)
  let bytes = (await sizeOf(page)).bytes
  for (const path of new Set([...loads, ...fonts])) {
    const answer = await fetch(place.site + path, { headers: { 'accept-encoding': 'identity' } })
    const { gzipSync } = await import('node:zlib')
    const whole = Buffer.from(await answer.arrayBuffer())
    bytes += /font|woff/.test(`${answer.headers.get('content-type')}${path}`) ? whole.length : gzipSync(whole).length
  }
  return {
    what: 'first visit without pictures',
    bound: '≤ 40 KiB',
    measured: `${(bytes / 1024).toFixed(1)} KiB`,
    good: bytes <= 40 * 1024,
  }
}
