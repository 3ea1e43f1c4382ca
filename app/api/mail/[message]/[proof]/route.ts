import { mailRoute } from '@/lib/web/route'
import { disown, stopNews, wantMail } from '@/lib/messages/commands/preferences'
import { isMailChoice } from '@/lib/messages/schema'
import { readPostedForm } from '@/lib/web/body'
import { goOn, localeIn } from '@/lib/web/sent-back'

const acts = { disown, stop: stopNews, resume: wantMail }

/** What a mail's reader decides: posted by the page behind the mail's link, or by the mail program itself (RFC 8058). */
export const POST = mailRoute(async (request, { mail }) => {
  const data = await readPostedForm(request, 4_096)
  if (typeof data === 'number') return new Response(null, { status: data })
  const choice = data.get('choice')
  if (!isMailChoice(choice)) {
    await stopNews(mail)
    return new Response(null, { status: 200 })
  }
  await acts[choice](mail)
  return goOn(`/${localeIn(data)}/mail/${mail.message}/${mail.proof}?done=${choice}`)
})
