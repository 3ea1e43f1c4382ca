import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { mailerTo, type Parcel } from '@/lib/mail/transport'
import { parseEmail } from '@/lib/values/address'
import { openPostOffice } from '../support/post-office'

const from = 'Next Stop <next-stop@example.org>'

/** Texts that an eager mail library would take for several addresses, headers or commands. */
const hostile = (n: number): string => {
  const shapes = [
    (victim: string) => `a@example.com,${victim}`,
    (victim: string) => `a@example.com;${victim}`,
    (victim: string) => `"a@example.com,${victim}"@example.org`,
    (victim: string) => `"${victim}" <a@example.com>`,
    (victim: string) => `<${victim}>`,
    (victim: string) => `a@example.com\r\nRCPT TO:<${victim}>`,
    (victim: string) => `a@example.com\nBcc: ${victim}`,
    (victim: string) => `a@example.com\u0000${victim}`,
    (victim: string) => `a＠example.com，${victim}`,
    (victim: string) => `a@example.com>${victim}`,
    (victim: string) => `${victim}(a)@example.com`,
    (victim: string) => `group:${victim};`,
    (victim: string) => `a @example.com ${victim}`,
    (victim: string) => `=?utf-8?q?${victim}?=@example.com`,
    (victim: string) => `a@example.com%${victim}`,
    (victim: string) => `a@[127.0.0.1]${victim}`,
    (victim: string) => `a@example..com ${victim}`,
    (victim: string) => `.a@${victim}`,
    (victim: string) => `a@localhost ${victim}`,
    (victim: string) => `\u202ea@example.com${victim}`,
  ]
  return shapes[n % shapes.length]?.(`victim-${n}@example.net`) ?? ''
}

test('two hundred hostile addresses reach nobody: the form refuses them, and so does the sender', async () => {
  const office = await openPostOffice()
  try {
    const deliver = mailerTo(office.url, from)
    for (let n = 0; n < 200; n++) {
      const recipient = hostile(n)
      expect(parseEmail(recipient), JSON.stringify(recipient)).toBeNull()
      const parcel: Parcel = {
        id: randomUUID(),
        recipient,
        recipientName: recipient,
        calendar: null,
        unsubscribe: null,
        subject: recipient,
        text: '',
        html: '',
      }
      await expect(deliver(parcel)).rejects.toThrow('bad-address')
    }
    expect(office.arrived).toEqual([])
  } finally {
    await office.close()
  }
})

test('a hostile name or subject adds neither a recipient nor a header', async () => {
  const office = await openPostOffice()
  try {
    const deliver = mailerTo(office.url, from)
    const evil = 'x\r\nBcc: victim@example.net\r\n\r\nRCPT TO:<victim@example.net>'
    await deliver({
      id: randomUUID(),
      recipient: 'one@example.com',
      recipientName: evil,
      calendar: null,
      unsubscribe: null,
      subject: evil,
      text: evil,
      html: '',
    })
    const [{ to, mail }] = office.arrived as [(typeof office.arrived)[number]]
    expect(to).toEqual(['one@example.com'])
    expect(mail.bcc).toBeUndefined()
    expect(mail.headers.has('bcc')).toBe(false)
  } finally {
    await office.close()
  }
})
