import { randomUUID } from 'node:crypto'
import { domainToASCII } from 'node:url'
import nodemailer from 'nodemailer'
import { mailerTo, type Parcel } from '@/lib/mail/transport'
import { parseEmail } from '@/lib/values/address'
import { openPostOffice } from '../support/post-office'
import { expect, test } from '../support/test'

const from = 'Next Stop <next-stop@example.org>'

const label = (length: number) => 'd'.repeat(length)
/** A domain of exactly this many characters, of labels of 63 at most. */
const domain = (length: number) => {
  const labels = Array.from({ length: Math.floor((length - 4) / 64) }, () => label(63))
  const left = length - 4 - labels.length * 64
  return [...labels, ...(left > 0 ? [label(left)] : []), 'com'].join('.').slice(-length)
}

/** Texts that an eager mail library would take for several addresses, headers or commands: to nobody. */
const refused: ((victim: string, n: number) => string)[] = [
  (victim) => `a@example.com,${victim}`,
  (victim) => `a@example.com;${victim}`,
  (victim) => `a@example.com ${victim}`,
  (victim) => `"a@example.com,${victim}"@example.org`,
  (victim) => `"${victim}" <a@example.com>`,
  (victim) => `Someone <${victim}>`,
  (victim) => `<${victim}>`,
  (victim) => `a@example.com\r\nRCPT TO:<${victim}>`,
  (victim) => `a@example.com\r\n.\r\nMAIL FROM:<${victim}>`,
  (victim) => `a@example.com\nBcc: ${victim}`,
  (victim) => `a@example.com\u0000${victim}`,
  (victim) => `a@example.com\u2028${victim}`,
  (victim) => `a＠example.com，${victim}`,
  (victim) => `a@example.com＠${victim}`,
  (victim) => `a@example.com>${victim}`,
  (victim) => `${victim}(a)@example.com`,
  (victim) => `a(${victim})@example.com`,
  (victim) => `group:${victim};`,
  (victim) => `=?utf-8?q?${victim}?=@example.com`,
  (victim) => `a@example.com%${victim}`,
  (victim) => `@example.org,@example.net:${victim}`,
  (victim) => `a@[127.0.0.1]${victim}`,
  (_, n) => `a${n}@[IPv6:::1]`,
  (_, n) => `a${n}@127.0.0.1`,
  (_, n) => `a${n}@localhost`,
  (_, n) => `"quoted ${n}"@example.com`,
  (_, n) => `a..${n}@example.com`,
  (_, n) => `.a${n}@example.com`,
  (_, n) => `a${n}.@example.com`,
  (_, n) => `a${n}@-example.com`,
  (_, n) => `a${n}@example..com`,
  (_, n) => `\u202ea${n}@example.com`,
  (_, n) => `名${n}@example.com`,
  (_, n) => `${'a'.repeat(65 - `${n}`.length)}${n}@example.com`,
  (_, n) => `a${n}@${domain(254 - `${n}`.length - 1)}`,
]

/** Texts that look odd and are an address: exactly this one. */
const taken: ((n: number) => [typed: string, address: string])[] = [
  (n) => [`odd-${n}＠example．com`, `odd-${n}@example.com`],
  (n) => [`  Odd.${n}@EXAMPLE.Com\t`, `odd.${n}@example.com`],
  (n) => [`ｆｕｌｌ-${n}@example.com`, `full-${n}@example.com`],
  (n) => [`a${n}@例子.example.com`, `a${n}@xn--fsqu00a.example.com`],
  (n) => [`a${n}@bücher.example.org`, `a${n}@xn--bcher-kva.example.org`],
  (n) => [`a+${n}!#$%&'*/=?^_{}~-@example.com`, `a+${n}!#$%&'*/=?^_{}~-@example.com`],
  (n) => [`${'a'.repeat(64 - `${n}`.length)}${n}@example.com`, `${'a'.repeat(64 - `${n}`.length)}${n}@example.com`],
  // One short of the longest that there is: the server of the test takes no more.
  (n) => [`a${n}@${domain(251 - `${n}`.length)}`, `a${n}@${domain(251 - `${n}`.length)}`],
]

const parcelFor = (recipient: string): Parcel => ({
  id: randomUUID(),
  recipient,
  recipientName: recipient,
  calendar: null,
  unsubscribe: null,
  subject: recipient,
  text: '',
  html: '',
})

/** The server of the test shows a host in its own script; what came over the line was ASCII. */
function asSent(shown: string): string {
  const at = shown.lastIndexOf('@') + 1
  return `${shown.slice(0, at)}${domainToASCII(shown.slice(at))}`
}

test('five hundred hostile addresses: each is refused, or RCPT is exactly the parsed one, once', async () => {
  test.slow()
  const office = await openPostOffice()
  try {
    const deliver = mailerTo(office.url, from)
    const expected: string[] = []
    expect(parseEmail(`a@${domain(252)}`)).toHaveLength(254)
    expect(parseEmail(`a@${domain(253)}`)).toBeNull()
    const slipped: string[] = []
    for (let n = 0; n < 500; n++) {
      if (n % 5 === 0) {
        const [typed, address] = taken[(n / 5) % taken.length]?.(n) ?? ['', '']
        if (parseEmail(typed) !== address) slipped.push(`${JSON.stringify(typed)} is not read as ${address}`)
        await deliver(parcelFor(address))
        expected.push(address)
      } else {
        const typed = refused[n % refused.length]?.(`victim-${n}@example.net`, n) ?? ''
        if (parseEmail(typed) !== null) slipped.push(`${JSON.stringify(typed)} is taken`)
        const sent = await deliver(parcelFor(typed)).then(
          () => 'sent',
          ({ message }) => message as string,
        )
        if (!sent.includes('bad-address')) slipped.push(`${JSON.stringify(typed)}: ${sent}`)
      }
    }
    expect(slipped).toEqual([])
    expect(expected).toHaveLength(100)
    expect(office.arrived.map(({ to }) => to.map(asSent))).toEqual(expected.map((address) => [address]))
  } finally {
    await office.close()
  }
})

test('handed to a mail library as text, the same addresses do reach strangers: the control', async () => {
  const office = await openPostOffice()
  try {
    const eager = nodemailer.createTransport({ url: office.url })
    const typed = refused.map((shape, n) => shape(`victim-${n}@example.net`, n))
    for (const to of typed) await eager.sendMail({ from, to, subject: 'x', text: 'x' }).catch(() => undefined)
    const reached = office.arrived.flatMap(({ to }) => to).filter((address) => address.startsWith('victim-'))
    expect(reached.length).toBeGreaterThan(3)
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
