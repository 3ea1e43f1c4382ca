import 'server-only'
import { createHash } from 'node:crypto'
import { change } from '@/lib/database/change'
import { putInOutbox } from '@/lib/mail/outbox'
import { parseEmail } from '@/lib/values/address'
import { words } from '@/lib/words/load'
import { mayReceiveSignIn } from '../queries'
import type { SystemJob } from '../scope'

/**
 * Mails a sign-in link, but only to people who are known or invited; everybody else sees the same page and gets nothing.
 * The mail leads to a page with a button, so that a mail scanner that opens links cannot use it up.
 */
export async function sendSignInLink(job: SystemJob, to: string, callback: URL): Promise<void> {
  const email = parseEmail(to)
  if (!email || !(await mayReceiveSignIn(job, email))) return
  const back = new URL(callback.searchParams.get('callbackUrl') ?? '/', callback)
  const locale = /^\/en(?:\/|$)/.test(back.pathname) ? 'en' : 'zh'
  const link = `${callback.origin}/${locale}/signin/confirm${callback.search}`
  const t = words(locale, 'account')
  await change(job, {}, async (tx, record) => {
    await putInOutbox(tx, {
      kind: 'sign-in',
      dedupeKey: createHash('sha256').update(link).digest('base64url'),
      locale,
      recipient: email,
      recipientName: '',
      subject: t('mail.subject'),
      text: t('mail.text'),
      link,
    })
    record('sign-in.requested', null)
  })
}
