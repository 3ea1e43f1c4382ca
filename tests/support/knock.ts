import type { BuiltAction } from './manifests'

export type Answer = { status: number; text: string; headers: Headers; location: string }

const site = () => process.env.SITE_URL ?? ''

/** One request as a browser of ours would send it; nothing is followed. */
export async function knock(path: string, init: RequestInit & { cookie?: string } = {}): Promise<Answer> {
  const { cookie, ...rest } = init
  const headers = new Headers(rest.headers)
  if (cookie) headers.set('cookie', cookie)
  // Packing and unpacking each of thousands of answers says nothing.
  if (!headers.has('accept-encoding')) headers.set('accept-encoding', 'identity')
  const signal = AbortSignal.timeout(30_000)
  const answer = await fetch(`${site()}${path}`, { redirect: 'manual', ...rest, headers, signal })
  const text = await answer.text()
  return { status: answer.status, text, headers: answer.headers, location: answer.headers.get('location') ?? '' }
}

/** What a form sent: names and values, several of a name in an array. */
export type Fields = Record<string, string | string[]>
export type ActionAnswer = Answer & {
  state: { status: string; code?: string; values?: object; fields?: object } | null
  goes: string
}

/** The body of a server action called with the idle state and a form, as React encodes it. */
function actionBody(fields: Fields): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(`_1_${name}`, one)
  }
  body.append('0', JSON.stringify([{ status: 'idle' }, '$K1']))
  return body
}

/** Calls a server action as its own page does; `origin: null` leaves the header out. */
export async function act(
  action: BuiltAction,
  path: string,
  fields: Fields,
  { cookie = '', origin = site() as string | null } = {},
): Promise<ActionAnswer> {
  const headers = { 'next-action': action.id, accept: 'text/x-component', ...(origin === null ? {} : { origin }) }
  const answer = await knock(path, { method: 'POST', body: actionBody(fields), cookie, headers })
  return { ...answer, state: stateOf(answer.text), goes: answer.headers.get('x-action-redirect') ?? '' }
}

/** The state in a streamed answer. Long texts stand in rows of their own, without a line's end; they count as what was sent. */
function stateOf(streamed: string): ActionAnswer['state'] {
  const texts = new Map<string, string>()
  let text = streamed
  for (let row = LONG_TEXT.exec(text); row; row = LONG_TEXT.exec(text)) {
    const [head, id = '', length = ''] = row
    const rest = Buffer.from(text.slice(row.index + head.length))
    texts.set(`$${id}`, rest.subarray(0, Number.parseInt(length, 16)).toString())
    text = `${text.slice(0, row.index)}\n${rest.subarray(Number.parseInt(length, 16)).toString()}`
  }
  const root = /^0:(\{.*\})$/m.exec(text)?.[1] ?? ''
  const reference = /"a":"\$@?([0-9a-f]+)"/.exec(root)?.[1]
  const line = reference && new RegExp(`^${reference}:(\\{.*\\})$`, 'm').exec(text)?.[1]
  if (!line) return null
  return JSON.parse(line, (_, value) => texts.get(value) ?? value) as ActionAnswer['state']
}

const LONG_TEXT = /(?<=^|\n|\})([0-9a-f]+):T([0-9a-f]+),/

/** The script nonce of an answer's policy; '' when it has none. */
export const nonceOf = (headers: Headers): string =>
  /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? ''
