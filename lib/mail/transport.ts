import 'server-only'
import nodemailer from 'nodemailer'
import { config } from '@/lib/config'
import { addressIn, parseEmail } from '@/lib/values/address'
import type { Letter } from './letter'

export type Parcel = Letter & {
  id: string
  recipient: string
  recipientName: string
  calendar: string | null
  /** Where a press on the mail program's own "unsubscribe" is posted (RFC 8058); null where it does not apply. */
  unsubscribe: string | null
}

/** Why a mail did not leave: a code without any address in it; `permanent` when another try would not help. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered'
  constructor(
    readonly code: string,
    readonly permanent: boolean,
    /** The server could not be reached at all: no use trying the next message now. */
    readonly serverAway: boolean,
  ) {
    super(code)
  }
}

/** Hands one mail to the mail server, or throws NotDelivered. */
export type Deliver = (parcel: Parcel) => Promise<void>

/** Sends through the configured mail server; null when none is configured. */
export function configuredMailer(): Deliver | null {
  const { SMTP_URL, MAIL_FROM } = config()
  return SMTP_URL ? mailerTo(SMTP_URL, MAIL_FROM) : null
}

/**
 * Sends through one SMTP server. The envelope holds exactly the one address that was checked when it came in: it is
 * checked again here and handed over as an object, so that nothing parses it into several.
 */
export function mailerTo(url: string, from: string): Deliver {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 4_000,
    greetingTimeout: 4_000,
    socketTimeout: 8_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const sender = addressIn(from)
  return async (parcel) => {
    const address = parseEmail(parcel.recipient)
    if (!address || address !== parcel.recipient) throw new NotDelivered('bad-address', true, false)
    const mail = {
      messageId: `<${parcel.id}@${sender.slice(sender.indexOf('@') + 1)}>`,
      from,
      to: [{ name: parcel.recipientName, address }],
      envelope: { from: { name: '', address: sender }, to: [{ name: '', address }] },
      subject: parcel.subject,
      text: parcel.text,
      html: parcel.html,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(parcel.unsubscribe ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
      },
      ...(parcel.unsubscribe ? { list: { unsubscribe: parcel.unsubscribe } } : {}),
      ...(parcel.calendar ? { icalEvent: calendarPart(parcel.calendar) } : {}),
    }
    try {
      await transport.sendMail(mail)
    } catch (error) {
      throw reasonOf(error)
    }
  }
}

/** The calendar as a part of the mail; its method is told twice, in it and beside it, and must be the same. */
const calendarPart = (content: string) => ({
  method: /^METHOD:([A-Z]+)/m.exec(content)?.[1] ?? 'PUBLISH',
  filename: 'event.ics',
  content,
})

function reasonOf(error: unknown): NotDelivered {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number }
  const answer = responseCode ? String(responseCode) : code
  const permanent = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
  const serverAway = ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'EAUTH', 'ETLS', 'ECONNREFUSED'].includes(code)
  return new NotDelivered(answer, permanent, serverAway)
}
