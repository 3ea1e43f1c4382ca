import 'server-only'
import { sendLinkAgain } from '@/lib/people/commands/send-link-again'
import { systemJob } from '@/lib/people/scope'
import { Refusal } from '@/lib/values/refusal'
import { readPostedForm } from './body'
import { endedSecret } from './holder'
import { countUse } from './limit'
import { clientAddress } from './origin'
import { goOn, localeIn } from './sent-back'

const perMinute = { name: 'link-again', points: 20, seconds: 60 }

/** Asks for a new link in place of the one that this browser opened; the answer is the same whatever comes of it. */
export async function askForLink(request: Request): Promise<Response> {
  const data = await readPostedForm(request, 4_096)
  if (typeof data === 'number') return new Response(null, { status: data })
  const locale = localeIn(data)
  const secret = await endedSecret(pageOf(request))
  try {
    await countUse(perMinute, clientAddress(request.headers))
    if (secret) await sendLinkAgain(systemJob(), { secret, locale })
  } catch (error) {
    // Whoever asks too often gets the same page too, and no letter.
    if (!(error instanceof Refusal)) throw error
  }
  return goOn(`/${locale}/link-sent`)
}

/** The path of our own page that the form was sent from. */
function pageOf(request: Request): string | null {
  const referer = request.headers.get('referer')
  return referer && URL.canParse(referer) ? new URL(referer).pathname : null
}
