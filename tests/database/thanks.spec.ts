import { database } from '@/lib/database/client'
import { sendDueMessages } from '@/lib/messages/commands/send-messages'
import { type EventScope, eventScope, systemJob } from '@/lib/people/scope'
import { addGift } from '@/lib/prizes/commands/gifts'
import { completeRecap, reopenRecap } from '@/lib/recap/commands/recap'
import { sendThanks, unsendThanks, writeThanks } from '@/lib/recap/commands/thanks'
import { findOwed } from '@/lib/recap/queries/owed'
import { type Owed, thanksText } from '@/lib/recap/rules/owed'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import { anEvent, anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { aGift, refusalOf } from '../support/sponsors'
import { statementsOf } from '../support/statements'
import { expect, test } from '../support/test'

type Scope = EventScope<'recap.edit'>

/** A stop of yesterday with one of everybody: a venue host, a sponsor's contact, a giver without one, a speaker, a crew of two. */
async function aStopThatOwes() {
  const event = await anEvent({ published: true, startsAt: new Date(Date.now() - 86_400_000) })
  const ledger = await anOrganizerOf('sponsors.edit', event)
  const scope = await anOrganizerOf('recap.edit', event)
  await addGift(
    ledger,
    aGift({ sponsorName: 'Pixverse', sort: 'venue', title: '新总部', quantity: 1, thanks: 'Ruby', status: 'received' }),
  )
  await addGift(ledger, aGift({ status: 'received' }))
  await addGift(ledger, aGift({ sponsorName: '巷口咖啡', sort: 'food', title: '咖啡', thanks: '', status: 'received' }))
  const at = { eventId: event.id, seriesId: event.seriesId }
  const talk = await database().talk.create({
    data: { eventId: event.id, kind: 'talk', title: '《悲观论调》', durationMinutes: 30, position: 1 },
  })
  const speaker = await database().speaker.create({
    data: { seriesId: event.seriesId, name: '汗青', email: 'hanqing@example.com' },
  })
  await database().talkPerson.create({
    data: { ...at, talkId: talk.id, speakerId: speaker.id, role: 'speaker', position: 1 },
  })
  await database().volunteer.create({ data: { eventId: event.id, name: '高超', leads: true, position: 1 } })
  await database().volunteer.create({ data: { eventId: event.id, name: '夜猫', role: '签到', position: 2 } })
  return { event, scope, talk }
}

const one = async (scope: Scope, name: string): Promise<Owed> => {
  const found = (await findOwed(scope)).owed.find((owed) => owed.name === name)
  if (!found) throw new Error(`${name} is not on the list`)
  return found
}
const send = async (scope: Scope, name: string, channel: 'mail' | 'chat' | 'card' = 'chat') => {
  const { kind, id } = await one(scope, name)
  return sendThanks(scope, { kind, id, channel, language: 'zh' })
}

test('everybody is on the list by themselves, with what they gave and words for it', async () => {
  const { scope } = await aStopThatOwes()
  const { owed, stop } = await findOwed(scope)
  expect(owed.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'contact Ruby',
    'contact 虎哥',
    'sponsor 巷口咖啡',
    'speaker 汗青',
    'volunteer 高超',
    'volunteer 夜猫',
  ])
  const texts = owed.map((person) => thanksText(person, stop, 'zh'))
  for (const [index, said] of ['Pixverse', '小浣熊抱枕 10 份', '咖啡', '《悲观论调》', '从头到尾', '签到'].entries()) {
    expect(texts[index]).toContain(said)
  }
  expect(thanksText(owed[1] as Owed, stop, 'en')).toMatch(/^Hello 虎哥,[\s\S]*10 × 小浣熊抱枕/)
})

test('thanks by mail leave through the outbox once, and the gift is thanked for', async () => {
  const { scope, event } = await aStopThatOwes()
  await send(scope, '汗青', 'mail')
  expect(await refusalOf(send(scope, '汗青', 'mail'))).toBe('thanks.sent-already')
  expect(await refusalOf(send(scope, '虎哥', 'mail'))).toBe('thanks.no-address')
  const { kind, id, version } = await one(scope, '汗青')
  await unsendThanks(scope, { kind, id })
  const unread = sendThanks(scope, { kind, id, channel: 'mail', language: 'zh', version })
  expect(await refusalOf(unread)).toBe('thanks.changed')
  await send(scope, '汗青', 'mail')
  const letters = await database().message.findMany({
    where: { eventId: event.id, kind: 'thanks', status: 'waiting' },
  })
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({ recipient: 'hanqing@example.com', recipientName: '汗青' })
  expect(letters[0]?.text).toContain('《悲观论调》')
  // Two may share a mailbox: each gets what was written to them.
  await database().volunteer.updateMany({ where: scope.within, data: { email: 'hanqing@example.com' } })
  await send(scope, '高超', 'mail')
  const sent: string[] = []
  await sendDueMessages(systemJob(), async ({ text }) => void sent.push(text), { eventId: event.id })
  expect(sent).toHaveLength(2)
  await send(scope, '虎哥')
  const statuses = async () => {
    const gifts = await database().gift.findMany({ where: scope.within, orderBy: { position: 'asc' } })
    return gifts.map(({ status }) => status)
  }
  expect(await statuses()).toEqual(['received', 'thanked', 'received'])
  // Not sent after all, and so not thanked for; what somebody else was thanked for stays so.
  await send(scope, '巷口咖啡')
  await unsendThanks(scope, await one(scope, '虎哥'))
  expect(await statuses()).toEqual(['received', 'received', 'thanked'])
})

test('words of one’s own are kept, in each language of its own, and shown to whoever was slower', async () => {
  const { scope } = await aStopThatOwes()
  const { kind, id } = await one(scope, '虎哥')
  await writeThanks(scope, { kind, id, version: 0, text: '虎哥，抱枕太抢手了！', textEn: null })
  const { stop } = await findOwed(scope)
  const owed = await one(scope, '虎哥')
  expect(thanksText(owed, stop, 'zh')).toBe('虎哥，抱枕太抢手了！')
  expect(thanksText(owed, stop, 'en')).toContain('Hello 虎哥')
  await expect(writeThanks(scope, { kind, id, version: 0, text: 'x', textEn: null })).rejects.toThrow(ChangedMeanwhile)
})

test('the recap is complete only when nobody is missing', async () => {
  const { scope, event } = await aStopThatOwes()
  await database().sponsor.updateMany({
    where: { seriesId: event.seriesId, name: '巷口咖啡' },
    data: { kind: 'person' },
  })
  for (const name of ['Ruby', '虎哥', '巷口咖啡', '汗青', '高超']) await send(scope, name)
  const missing = await completeRecap(scope).catch((error) => error)
  expect(missing).toMatchObject({ code: 'recap.someone-missing', about: { values: { count: 1 } } })
  await send(scope, '夜猫', 'card')
  await completeRecap(scope)
  const completed = async () => (await database().recap.findUnique({ where: { eventId: event.id } }))?.completedAt
  expect(await completed()).not.toBeNull()
  await reopenRecap(scope)
  expect(await completed()).toBeNull()
})

test('whoever comes to the list later is missing again; whoever declined is not', async () => {
  const { scope, event } = await aStopThatOwes()
  const before = (await findOwed(scope)).owed.length
  await database().volunteer.create({ data: { eventId: event.id, name: '居居', position: 3 } })
  await database().volunteer.create({ data: { eventId: event.id, name: '走了', position: 4, declinedAt: new Date() } })
  expect((await findOwed(scope)).owed).toHaveLength(before + 1)
})

test('the list takes four statements, for six people or sixty', async () => {
  const { scope, event } = await aStopThatOwes()
  expect(await statementsOf(() => findOwed(scope))).toBe(4)
  for (let n = 0; n < 54; n++) {
    await database().volunteer.create({ data: { eventId: event.id, name: `夜猫 ${n}`, position: n + 5 } })
  }
  expect(await statementsOf(() => findOwed(scope))).toBe(4)
})

test('thanks of another event are not found, and only those who may edit the recap get the proof', async () => {
  const { scope, event } = await aStopThatOwes()
  const { kind, id } = await one(scope, '虎哥')
  const mine = await anOrganizerOf('recap.edit')
  for (const act of [
    () => writeThanks(mine, { kind, id, version: 0, text: '', textEn: null }),
    () => sendThanks(mine, { kind, id, channel: 'chat', language: 'zh' }),
    () => unsendThanks(mine, { kind, id }),
  ]) {
    expect(await refusalOf(act())).toBe('form.not-found')
  }
  const viewer = await aPerson()
  await giveRole(viewer, 'viewer', { seriesId: event.seriesId, eventId: event.id })
  expect(await eventScope(viewer, { id: event.id }, 'recap.edit')).toBeNull()
})

test('thanks that never left can be sent after all: to the right address, in the words as they are by then', async () => {
  const { scope, event } = await aStopThatOwes()
  await send(scope, '汗青', 'mail')
  const letters = () => database().message.findMany({ where: { eventId: event.id, kind: 'thanks' } })
  const [first] = await letters()
  await database().message.update({ where: { id: first?.id ?? '' }, data: { status: 'failed' } })
  const { kind, id } = await one(scope, '汗青')
  await unsendThanks(scope, { kind, id })
  expect((await letters()).map(({ status }) => status)).toEqual(['withdrawn'])
  await database().speaker.updateMany({ where: { seriesId: event.seriesId, id }, data: { email: 'han@example.com' } })
  await writeThanks(scope, { kind, id, version: (await one(scope, '汗青')).version, text: '谢谢汗青！', textEn: null })
  await send(scope, '汗青', 'mail')
  const sent: string[] = []
  const deliver = async ({ recipient, text }: { recipient: string; text: string }) =>
    void sent.push(`${recipient} ${text}`)
  await sendDueMessages(systemJob(), deliver, { eventId: event.id })
  expect(sent).toEqual(['han@example.com 谢谢汗青！'])
  // What left is known: nobody is thanked twice by mail.
  await unsendThanks(scope, { kind, id })
  await send(scope, '汗青', 'mail')
  await sendDueMessages(systemJob(), deliver, { eventId: event.id })
  expect(sent).toHaveLength(1)
})
