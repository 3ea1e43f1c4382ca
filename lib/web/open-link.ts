import 'server-only'
import { cameByMail } from '@/lib/mail/preferences'
import { hasEnded, holderOf, type LinkKind, noteArrived, noteOpened, type TicketHolder } from '@/lib/people/holder'
import { isLocale } from '@/lib/words/load'
import { rememberEnded, rememberLink } from './holder'

/**
 * Opens a secret link: the browser keeps the secret in a cookie of its own and goes on to an address without it. An
 * unknown or revoked link goes to the same page as a missing one, which says so kindly.
 */
export async function openLink(request: Request, kind: LinkKind, secret: string): Promise<Response> {
  const holder = await holderOf(kind, secret)
  if (holder) await Promise.all([rememberLink(holder.linkId, secret), noteOpened(holder)])
  const mailed = cameByMail(secret, new URL(request.url).searchParams.get('mail'))
  if (holder && mailed && isTicket(holder)) await noteArrived(holder)
  // Who held a link that was taken back may ask for a new one, which goes to the address on file only.
  if (!holder && (await hasEnded(kind, secret))) await rememberEnded(secret)
  const headers = {
    location: `/${languageOf(request)}/${kind}/${holder?.linkId ?? 'unknown'}`,
    'referrer-policy': 'no-referrer',
  }
  return new Response(null, { status: 303, headers })
}

const isTicket = (holder: { kind: LinkKind }): holder is TicketHolder => holder.kind === 'ticket'

function languageOf(request: Request): string {
  const asked = new URL(request.url).searchParams.get('lang') ?? cookieOf(request, 'language')
  if (isLocale(asked)) return asked
  const accepted = (request.headers.get('accept-language') ?? '').toLowerCase()
  return accepted.startsWith('en') ? 'en' : 'zh'
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1]
}
