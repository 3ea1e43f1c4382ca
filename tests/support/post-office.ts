import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** One mail as it arrived: the envelope's recipients exactly as the server was told, and what was in it. */
type Arrived = { to: string[]; from: string; mail: ParsedMail }
type PostOffice = {
  url: string
  arrived: Arrived[]
  /** What to answer to the next mails, e.g. 451; null takes them. */
  refuseWith: number | null
  close: () => Promise<void>
}

/** A real SMTP server on loopback that keeps what it gets. */
export async function openPostOffice(): Promise<PostOffice> {
  const arrived: Arrived[] = []
  const office: PostOffice = { url: '', arrived, refuseWith: null, close: async () => {} }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      const code = office.refuseWith
      done(code ? Object.assign(new Error('not now'), { responseCode: code }) : undefined)
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      const { mailFrom } = session.envelope
      void simpleParser(stream).then((mail) => {
        arrived.push({ to, from: mailFrom ? mailFrom.address : '', mail })
        done()
      }, done)
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  office.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  office.close = () => new Promise((closed) => server.close(() => closed()))
  return office
}
