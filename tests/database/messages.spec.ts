import { randomUUID } from 'node:crypto'
import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { putInOutbox } from '@/lib/mail/outbox'
import { type Deliver, mailerTo, NotDelivered } from '@/lib/mail/transport'
import { markPassedOn, retryMessage } from '@/lib/messages/commands/by-hand'
import { sendDueMessages } from '@/lib/messages/commands/send-messages'
import { listMessages } from '@/lib/messages/queries/outbox'
import { eventScope, systemJob } from '@/lib/people/scope'
import { unseal } from '@/lib/values/seal'
import { anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { aGuest, aPublishedEvent, outboxOf } from '../support/guests'
import { openPostOffice } from '../support/post-office'
import { expect, test } from '../support/test'

const from = 'Next Stop <next-stop@example.org>'
const job = systemJob()

test('a ticket is mailed once, to exactly the address that was typed, with link and calendar; then its link is forgotten', async () => {
  const office = await openPostOffice()
  try {
    const { event, proof } = await aPublishedEvent()
    const ticket = await aGuest(proof, { name: '林"一诺", <x@example.com>', contact: 'Guest.Two@Example.COM' })
    const deliver = mailerTo(office.url, from)
    expect(await sendDueMessages(job, deliver, { eventId: event.id })).toEqual({ sent: 1 })
    expect(await sendDueMessages(job, deliver, { eventId: event.id })).toEqual({ sent: 0 })
    expect(office.arrived).toHaveLength(1)
    const [{ to, mail }] = office.arrived as [(typeof office.arrived)[number]]
    expect(to).toEqual(['guest.two@example.com'])
    expect(mail.text).toContain(`${config().SITE_URL}/t/${ticket.secret}`)
    expect(String(mail.html)).toContain(`href="${config().SITE_URL}/t/${ticket.secret}?mail=`)
    expect(mail.attachments.map((file) => file.contentType)).toContain('text/calendar')
    const [message] = await outboxOf(event.id)
    expect(mail.messageId).toBe(`<${message?.id}@example.org>`)
    expect(message).toMatchObject({ status: 'sent', sealedLink: null, attempts: 1, lastError: null })
  } finally {
    await office.close()
  }
})

test('a refused mail waits longer each time and keeps its Message-ID; ten refusals make it failed', async () => {
  const office = await openPostOffice()
  try {
    const { event, proof } = await aPublishedEvent()
    await aGuest(proof)
    const deliver = mailerTo(office.url, from)
    office.refuseWith = 451
    expect(await sendDueMessages(job, deliver, { eventId: event.id })).toEqual({ sent: 0 })
    const [waiting] = await outboxOf(event.id)
    expect(waiting).toMatchObject({ status: 'waiting', attempts: 1, lastError: '451' })
    expect(waiting?.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 20_000)
    await database().message.updateMany({
      where: { eventId: event.id },
      data: { attempts: 9, nextAttemptAt: new Date(Date.now() - 1_000) },
    })
    await sendDueMessages(job, deliver, { eventId: event.id })
    const [failed] = await outboxOf(event.id)
    expect(failed).toMatchObject({ status: 'failed', attempts: 10 })
    office.refuseWith = null
    await retryMessage(await anOrganizerOf('guests.edit', event), failed?.id ?? '')
    expect(await sendDueMessages(job, deliver, { eventId: event.id })).toEqual({ sent: 1 })
    expect(office.arrived[0]?.mail.messageId).toBe(`<${waiting?.id}@example.org>`)
  } finally {
    await office.close()
  }
})

test('an address that the server refuses for good fails at once', async () => {
  const office = await openPostOffice()
  try {
    const { event, proof } = await aPublishedEvent()
    await aGuest(proof)
    office.refuseWith = 550
    await sendDueMessages(job, mailerTo(office.url, from), { eventId: event.id })
    expect((await outboxOf(event.id))[0]).toMatchObject({ status: 'failed', lastError: '550' })
  } finally {
    await office.close()
  }
})

test('while the server is away one message is tried, not all of them', async () => {
  const { event, proof } = await aPublishedEvent()
  for (let n = 0; n < 3; n++) await aGuest(proof)
  let tries = 0
  const away: Deliver = async () => {
    tries++
    throw new NotDelivered('ECONNECTION', false, true)
  }
  await sendDueMessages(job, away, { eventId: event.id })
  expect(tries).toBe(1)
})

test('five senders at once send each message once', async () => {
  const { event, proof } = await aPublishedEvent()
  for (let n = 0; n < 8; n++) await aGuest(proof)
  const sent: string[] = []
  const deliver: Deliver = async ({ id }) => {
    await new Promise((done) => setTimeout(done, 20))
    sent.push(id)
  }
  await Promise.all(Array.from({ length: 5 }, () => sendDueMessages(job, deliver, { eventId: event.id })))
  expect(sent).toHaveLength(8)
  expect(new Set(sent).size).toBe(8)
})

test('a sender killed in the middle leaves the message waiting for the next one', async () => {
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof)
  const killed = database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM messages WHERE event_id = ${event.id}::uuid FOR UPDATE`
    const passedBy: string[] = []
    await sendDueMessages(job, async ({ id }) => void passedBy.push(id), { eventId: event.id })
    expect(passedBy).toEqual([])
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  expect(await sendDueMessages(job, async () => {}, { eventId: event.id })).toEqual({ sent: 1 })
})

test('messages to phones and messages of last week never leave by themselves', async () => {
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof, { contact: '13800139999' })
  await aGuest(proof)
  const old = new Date(Date.now() - 7 * 86_400_000)
  await database().message.updateMany({
    where: { eventId: event.id, recipient: { contains: '@' } },
    data: { nextAttemptAt: old },
  })
  expect(await sendDueMessages(job, async () => {}, { eventId: event.id })).toEqual({ sent: 0 })
})

test('the outbox keeps links sealed, and one message for one cause', async () => {
  const { event } = await aPublishedEvent()
  const message = {
    kind: 'test',
    dedupeKey: randomUUID(),
    locale: 'zh',
    recipient: 'a@example.com',
    recipientName: '',
    subject: 's',
    text: '{link}',
    link: 'https://example.org/t/secret',
    eventId: event.id,
  }
  await database().$transaction((tx) => putInOutbox(tx, message))
  await database().$transaction((tx) => putInOutbox(tx, message))
  const [row, ...more] = await outboxOf(event.id)
  expect(more).toEqual([])
  expect(Buffer.from(row?.sealedLink ?? []).toString('latin1')).not.toContain('secret')
  expect(unseal(row?.sealedLink ?? new Uint8Array(), config().AUTH_SECRET, 'outbox')).toBe(message.link)
})

test('organisers read the text with its link; an editor sees neither address nor text', async () => {
  const { event, proof } = await aPublishedEvent()
  const ticket = await aGuest(proof, { name: '林一诺', contact: 'someone.else@example.com' })
  const all = await listMessages(await anOrganizerOf('messages.view', event), 'all')
  expect(all.rows[0]?.text).toContain(ticket.secret)
  const person = await aPerson()
  await giveRole(person, 'editor', { seriesId: event.seriesId, eventId: event.id })
  const scope = await eventScope(person, { id: event.id }, 'messages.view')
  if (!scope) throw new Error('an editor may see messages')
  const seen = JSON.stringify(await listMessages(scope, 'all'))
  for (const secret of [ticket.secret, 'someone.else', '林一诺']) expect(seen).not.toContain(secret)
  expect(await eventScope(person, { id: event.id }, 'guests.edit')).toBeNull()
})

test('a message passed on by hand counts as sent; one of another event is not found', async () => {
  const [here, there] = [await aPublishedEvent(), await aPublishedEvent()]
  await aGuest(here.proof, { contact: '13800131234' })
  const [message] = await outboxOf(here.event.id)
  const id = message?.id ?? ''
  const stranger = await anOrganizerOf('guests.edit', there.event)
  await expect(markPassedOn(stranger, id)).rejects.toThrow('messages.not-to-send')
  await expect(retryMessage(stranger, id)).rejects.toThrow('messages.not-to-send')
  await markPassedOn(await anOrganizerOf('guests.edit', here.event), id)
  expect((await outboxOf(here.event.id))[0]).toMatchObject({ status: 'sent', sealedLink: null })
})
