import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { putAllInOutbox, type Rank } from '@/lib/mail/outbox'
import { asMailed, oneClickUrl, preferencesUrl } from '@/lib/mail/preferences'
import { mailerTo } from '@/lib/mail/transport'
import { disown, stopNews, wantMail } from '@/lib/messages/commands/preferences'
import { sendDueMessages } from '@/lib/messages/commands/send-messages'
import { findMailChoice } from '@/lib/messages/queries/outbox'
import { holderOf } from '@/lib/people/holder'
import { systemJob } from '@/lib/people/scope'
import { anEvent } from '../support/factories'
import { aGuest, aPublishedEvent, outboxOf, rowOf } from '../support/guests'
import { aKeeper, anInvitation, letterOf } from '../support/people'
import { openPostOffice } from '../support/post-office'
import { expect, test } from '../support/test'

const job = systemJob()
const someone = () => `reader-${randomUUID().slice(0, 8)}@example.com`

/** Puts messages of these kinds for one reader into the outbox, oldest first; answers what the sender hands over. */
async function lettersTo(recipient: string, kinds: [kind: string, rank: Rank][], eventId: string) {
  const letters = kinds.map(([kind, rank], n) => ({
    kind,
    rank,
    dedupeKey: randomUUID(),
    locale: 'zh',
    recipient,
    recipientName: '',
    subject: `${n}`,
    text: 'x',
    eventId,
  }))
  for (const letter of letters) await database().$transaction((tx) => putAllInOutbox(tx, [letter]))
}

const deliveredIn = async (eventId: string) => {
  const sent: string[] = []
  await sendDueMessages(job, async ({ subject }) => void sent.push(subject), { eventId })
  return sent
}

test('three messages an hour leave for one address over all events, the most needed first; the rest waits in order', async () => {
  const [here, there] = [await aPublishedEvent(), await aPublishedEvent()]
  const reader = someone()
  await lettersTo(
    reader,
    [
      ['news', 'news'],
      ['letter-a', 'group'],
      ['a', 'seat'],
      ['b', 'seat'],
      ['c', 'change'],
    ],
    here.event.id,
  )
  await lettersTo(reader, [['d', 'seat']], there.event.id)
  expect(await deliveredIn(here.event.id)).toEqual(['2', '3', '4'])
  expect(await deliveredIn(there.event.id)).toEqual([])
  const held = (await outboxOf(here.event.id)).filter(({ status }) => status === 'waiting')
  expect(held).toHaveLength(2)
  expect(held[0]?.attempts).toBe(0)
  expect(new Set(held.map(({ nextAttemptAt }) => nextAttemptAt.getTime())).size).toBe(1)
  expect(held[0]?.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 3_500_000)
  // An hour later: what was sent is an hour old, what waited is due.
  await database()
    .$executeRaw`UPDATE messages SET sent_at = sent_at - interval '61 minutes' WHERE recipient = ${reader}`
  await database()
    .$executeRaw`UPDATE messages SET next_attempt_at = now() WHERE recipient = ${reader} AND status = 'waiting'`
  expect(await deliveredIn(there.event.id)).toEqual(['0'])
  expect(await deliveredIn(here.event.id)).toEqual(['1', '0'])
})

test('without the share of an hour all of them would leave: the control', async () => {
  const { event } = await aPublishedEvent()
  const kinds = Array.from({ length: 6 }, (_, n): [string, Rank] => [`kind-${n}`, 'seat'])
  // One address each: nothing else in the way of the sixth than that all go to one reader.
  for (const kind of kinds) await lettersTo(someone(), [kind], event.id)
  expect(await deliveredIn(event.id)).toHaveLength(6)
  await lettersTo(someone(), kinds, event.id)
  expect(await deliveredIn(event.id)).toHaveLength(3)
})

test('a way to sign in neither waits nor counts', async () => {
  const { event } = await aPublishedEvent()
  const reader = someone()
  await lettersTo(
    reader,
    [
      ['a', 'access'],
      ['b', 'access'],
      ['c', 'access'],
      ['d', 'access'],
      ['e', 'seat'],
    ],
    event.id,
  )
  expect(await deliveredIn(event.id)).toHaveLength(5)
})

test('of several that wait, the newest of a kind is sent; letters to a group are all different', async () => {
  const { event } = await aPublishedEvent()
  await lettersTo(
    someone(),
    [
      ['a', 'again'],
      ['a', 'again'],
      ['g', 'group'],
      ['g', 'group'],
    ],
    event.id,
  )
  expect(await deliveredIn(event.id)).toEqual(['1', '2', '3'])
  expect((await outboxOf(event.id))[0]).toMatchObject({
    status: 'withdrawn',
    lastError: 'superseded',
    sealedLink: null,
  })
})

test('whoever is invited to two stops at once gets both letters; one that was replaced does not leave', async () => {
  const keeper = await aKeeper()
  const [one, two] = [await anEvent({ seriesId: keeper.seriesId }), await anEvent({ seriesId: keeper.seriesId })]
  const [reader, role] = [someone(), 'editor' as const]
  const ids: string[] = []
  for (const { id } of [one, two, one]) ids.push(await anInvitation(keeper, reader, { role, eventId: id }))
  // Only so that nothing but these is sent here.
  await database().message.updateMany({ where: { recipient: reader }, data: { eventId: one.id } })
  expect(await deliveredIn(one.id)).toHaveLength(2)
  expect((await letterOf(ids[0] ?? '')).status).toBe('withdrawn')
})

const proofIn = (url: string) => {
  const [, message = '', proof = ''] = /\/mail\/([^/]+)\/([^/?]+)/.exec(url) ?? []
  return { message, proof }
}

test('"this wasn’t me" stops mail to the address, ends the registration and its ticket, and can be taken back', async () => {
  const { event, proof } = await aPublishedEvent()
  const contact = someone()
  const ticket = await aGuest(proof, { contact })
  const [letter] = await outboxOf(event.id)
  const mail = proofIn(preferencesUrl({ id: letter?.id ?? '', locale: 'zh' }))
  expect(letter?.text).toContain('{notMe}')
  await disown(mail)
  expect((await rowOf(event.id, ticket.registrationId)).status).toBe('cancelled')
  expect(await holderOf('ticket', ticket.secret)).toBeNull()
  expect(await deliveredIn(event.id)).toEqual([])
  expect((await outboxOf(event.id))[0]).toMatchObject({ status: 'withdrawn', lastError: 'unwanted' })
  const stored = await database().$queryRaw<{ text: string }[]>`SELECT s::text AS text FROM mail_stops s`
  expect(stored.length).toBeGreaterThan(0)
  expect(stored.map(({ text }) => text).join()).not.toContain(contact)
  expect(await findMailChoice(mail.message, mail.proof)).toMatchObject({ stopped: 'all' })
  await disown(mail)
  await wantMail(mail)
  await lettersTo(contact, [['x', 'seat']], event.id)
  expect(await deliveredIn(event.id)).toEqual(['0'])
})

test('a proof of one mail is none of another, and a made-up one tells nothing', async () => {
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof)
  await aGuest(proof)
  const [one, two] = await outboxOf(event.id)
  const crossed = { message: two?.id ?? '', proof: proofIn(preferencesUrl({ id: one?.id ?? '', locale: 'zh' })).proof }
  for (const mail of [crossed, { message: one?.id ?? '', proof: 'x'.repeat(27) }, { message: 'x', proof: '' }]) {
    await expect(disown(mail)).rejects.toThrow('messages.link-over')
    expect(await findMailChoice(mail.message, mail.proof)).toBeNull()
  }
})

test('letters to a group carry one-click unsubscribe, the ticket does not; pressing it leaves one’s seat alone', async () => {
  const office = await openPostOffice()
  try {
    const { event, proof } = await aPublishedEvent()
    const contact = someone()
    const ticket = await aGuest(proof, { contact, news: 'on' })
    await lettersTo(contact, [['letter', 'group']], event.id)
    await sendDueMessages(job, mailerTo(office.url, 'Next Stop <next-stop@example.org>'), { eventId: event.id })
    const [first, second] = office.arrived.map(({ mail }) => mail.headerLines.map(({ line }) => line).join('\n'))
    const [, letter] = await outboxOf(event.id)
    expect(first).not.toContain('List-Unsubscribe')
    expect(second?.replace(/\s+/g, '')).toContain(`List-Unsubscribe:<${oneClickUrl(letter?.id ?? '')}>`)
    expect(second).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    await stopNews(proofIn(oneClickUrl(letter?.id ?? '').replace('/api', '')))
    await database().$executeRaw`UPDATE messages SET sent_at = NULL WHERE recipient = ${contact}`
    await lettersTo(
      contact,
      [
        ['letter', 'group'],
        ['a', 'seat'],
      ],
      event.id,
    )
    expect(await deliveredIn(event.id)).toEqual(['1'])
    expect((await rowOf(event.id, ticket.registrationId)).status).toBe('confirmed')
  } finally {
    await office.close()
  }
})

test('a link out of a mail proves the address; the same link without it does not', () => {
  const link = 'https://example.org/t/abcdefghijklmnopqrstuvwxyz0'
  expect(asMailed(link)).toMatch(/\?mail=[\w-]{27}$/)
  expect(asMailed('https://example.org/d/abcdefghijklmnopqrstuvwxyz0')).not.toContain('mail=')
})
