// What the application is measured against: node:http and nothing else. Sends given bytes, or registers with the same
// batched SQL, one batch under way, all that come meanwhile in the next.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { runBatch } from './batch.mjs'

const line = []
let busy = false

async function work(client, event) {
  if (busy) return
  busy = true
  while (line.length > 0) {
    const batch = line.splice(0, 200)
    await runBatch(
      client,
      event,
      batch.map(({ person }) => person),
    )
    for (const { response, person } of batch) {
      const body = JSON.stringify({ ticket: `/zh/ticket/${person.link}`, status: 'waitlisted' })
      response.writeHead(201, ['content-type', 'application/json', 'content-length', String(body.length)]).end(body)
    }
  }
  busy = false
}

const ids = ['id', 'link', 'message', 'line']

/** What the application's guest list is searched by, of the two kinds of names that the generator sends. */
const searchOf = (name) => {
  const number = name.replace(/^读者/, '')
  const forms = number === name ? [name.toLowerCase()] : [`duzhe${number}`, name, `dz${number}`, `zhe${number}`]
  return `${forms.join(' ')} example.com`
}

function register(client, event, request, response) {
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const form = new URLSearchParams(Buffer.concat(parts).toString())
    const person = { key: form.get('requestKey'), name: form.get('name'), contact: form.get('contact') }
    for (const id of ids) person[id] = randomUUID()
    person.code = person.id.slice(0, 13)
    person.search = searchOf(person.name)
    line.push({ response, person })
    void work(client, event)
  })
}

process.once('message', async ({ page, database, event }) => {
  let answer
  if (page) {
    const bytes = Buffer.from(page.bytes, 'base64')
    answer = (_request, response) => response.writeHead(200, page.headers).end(bytes)
  } else {
    const client = new pg.Client({ connectionString: database })
    await client.connect()
    answer = (request, response) => register(client, event, request, response)
  }
  const server = createServer(answer)
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
})
