import 'server-only'
import { renewTicket } from '@/lib/people/commands/renew-ticket'
import { systemJob } from '@/lib/people/scope'
import { movedSecretOf, rememberRenewed } from './holder'
import { goOn } from './sent-back'

/** Gives a ticket back to the browser in which it was registered, and goes on to it; to nobody else. */
export async function renewHere(request: Request, link: string): Promise<Response> {
  const locale = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const secret = await movedSecretOf(link)
  if (secret) await rememberRenewed(link, await renewTicket(systemJob(), secret))
  return goOn(`/${locale}/ticket/${encodeURIComponent(link)}`)
}
