import type { BuiltAction } from './manifests'

export type Answer = { status: number; text: string; headers: Headers; location: string }

const site = () => process.env.SITE_URL ?? ''

/** One request as a browser of ours would send it; nothing is followed. */
export async function knock(path: string, init: RequestInit & { cookie?: string } = {}): Promise<Answer> {
  const { cookie, ...rest } = init
  const headers = new Headers(rest.headers)
  if (cookie) headers.set('cookie', cookie)
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
export function actionBody(fields: Fields): FormData {
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

function stateOf(text: string): ActionAnswer['state'] {
  const root = /^0:(\{.*\})$/m.exec(text)?.[1]
  const reference = root ? (/"a":"\$@?([0-9a-f]+)"/.exec(root)?.[1] ?? null) : null
  const line = reference ? new RegExp(`^${reference}:(\\{.*\\})$`, 'm').exec(text)?.[1] : undefined
  try {
    return line ? (JSON.parse(line) as ActionAnswer['state']) : null
  } catch {
    return null
  }
}

/** The script nonce of an answer's policy; '' when it has none. */
export const nonceOf = (headers: Headers): string =>
  /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? ''
