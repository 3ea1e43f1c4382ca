import { Agent, get, type IncomingMessage } from 'node:http'
import { database } from '@/lib/database/client'
import { makeLink } from '@/lib/people/holder'
import { linkCookie } from './identities'

/** A phone in the audience: holds its ticket's page open and knows what it heard and when. */
type Phone = { registrationId: string; link: string; cookie: string; heard: { at: number; data: string }[] }
export type Line = { heard: Phone['heard']; hangUp: () => void }

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
const site = () => process.env.SITE_URL ?? ''

/** Opens a stream of news and answers once it is open. */
export function openLine(path: string, cookie = '', lastEventId = ''): Promise<Line> {
  const heard: Phone['heard'] = []
  return new Promise((done, fail) => {
    const headers = { accept: 'text/event-stream', cookie, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) }
    const request = get(`${site()}${path}`, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) return fail(new Error(`${path} answers ${answer.statusCode}`))
      follow(answer, (event, data) => {
        if (event === 'new') heard.push({ at: performance.now(), data })
        done({ heard, hangUp: () => request.destroy() })
      })
    })
    request.on('error', fail)
  })
}

function follow(answer: IncomingMessage, said: (event: string, data: string) => void): void {
  let text = ''
  answer.setEncoding('utf8')
  answer.on('error', () => {})
  answer.on('data', (part: string) => {
    text += part
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = text.slice(0, end)
      text = text.slice(end + 2)
      const name = /^event: (.*)$/m.exec(event)?.[1]
      if (name) said(name, /^data: ?(.*)$/m.exec(event)?.[1] ?? '')
    }
  })
}

/** Everybody of an event with their ticket's page open; answers how to hang up, too. */
export async function audience(event: { id: string; seriesId: string }) {
  const rows = await database().registration.findMany({ where: { eventId: event.id }, select: { id: true } })
  const phones: Phone[] = []
  const lines: Line[] = []
  for (const { id } of rows) {
    const to = { seriesId: event.seriesId, eventId: event.id, subjectId: id }
    const secret = await database().$transaction((tx) => makeLink(tx, 'ticket', to))
    const link = await database().secretLink.findFirstOrThrow({
      where: { eventId: event.id, registrationId: id },
      select: { id: true },
    })
    const cookie = linkCookie({ id: link.id, secret })
    const line = await openLine(`/api/live/ticket/${link.id}`, cookie)
    lines.push(line)
    phones.push({ registrationId: id, link: link.id, cookie, heard: line.heard })
  }
  return { phones, hangUp: () => lines.map((line) => line.hangUp()) }
}

/** What the 99th of a hundred is, at most. */
export const p99 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.max(0, Math.ceil(times.length * 0.99) - 1)] ?? 0
