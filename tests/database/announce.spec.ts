import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { sendDueMessages } from '@/lib/messages/commands/send-messages'
import { systemJob } from '@/lib/people/scope'
import { callOff, putOff, putOnAgain, setNewDate } from '@/lib/registration/commands/change-plan'
import { cancelMine } from '@/lib/registration/commands/mine'
import { countHearers, previewChange } from '@/lib/registration/queries/announcement'
import { anOrganizerOf } from '../support/factories'
import { aGuest, aPublishedEvent, holding, outboxOf } from '../support/guests'
import { expect, test } from '../support/test'

const changesOf = async (eventId: string) =>
  (await outboxOf(eventId)).filter(({ kind, status }) => kind === 'event-change' && status !== 'withdrawn')
const field = (calendar: string | null | undefined, name: string) =>
  new RegExp(`^${name}(?:;[^:]*)?:(.*)$`, 'm').exec(calendar?.replace(/\r\n[ \t]/g, '') ?? '')?.[1]?.trim()
/** As if the minute in which a slip can be taken back were over. */
const later = (eventId: string) =>
  database().$executeRaw`
    UPDATE messages SET created_at = created_at - interval '2 minutes', next_attempt_at = next_attempt_at - interval '2 minutes'
    WHERE event_id = ${eventId}::uuid AND kind = 'event-change'`

test('everybody who is registered hears why a stop is called off, in their language, once, with the calendar crossed out', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 2 })
  await aGuest(proof, { name: '林一诺' })
  await aGuest(proof, { name: 'Ada $& {name}', locale: 'en' })
  await aGuest(proof, { contact: '13800138123' })
  const gone = await aGuest(proof)
  await cancelMine(await holding(gone))
  const scope = await anOrganizerOf('event.edit', event)
  expect(await countHearers(scope)).toEqual({ mail: 2, hand: 1 })
  const before = (await outboxOf(event.id)).find(({ calendar }) => calendar)?.calendar
  await callOff(scope, '台风红色预警')
  const told = await changesOf(event.id)
  expect(told).toHaveLength(3)
  expect(new Set(told.map(({ recipient }) => recipient)).size).toBe(3)
  const [zh, en] = [
    told.find(({ recipientName }) => recipientName === '林一诺'),
    told.find(({ locale }) => locale === 'en'),
  ]
  expect(zh?.text).toContain('台风红色预警')
  expect(zh?.text).toContain('林一诺')
  expect(en?.subject).toBe('Cancelled: Test series · Shanghai')
  expect(en?.text).toContain('Hello Ada $& {name},')
  for (const { calendar, sealedLink } of told) {
    expect(sealedLink).not.toBeNull()
    expect(field(calendar, 'METHOD')).toBe('CANCEL')
    expect(field(calendar, 'STATUS')).toBe('CANCELLED')
    expect(field(calendar, 'UID')).toBe(field(before, 'UID'))
    expect(Number(field(calendar, 'SEQUENCE'))).toBeGreaterThan(Number(field(before, 'SEQUENCE')))
    expect(field(calendar, 'ORGANIZER')).toContain('@')
  }
  const shown = await previewChange(scope, 'cancelled', '台风红色预警')
  expect(shown.find(({ locale }) => locale === 'zh')?.subject).toBe(zh?.subject)
})

test('postponed, then a new date: a message each, the calendar tentative, then at the new time', async () => {
  const { event, proof } = await aPublishedEvent()
  const { registrationId } = await aGuest(proof)
  const scope = await anOrganizerOf('event.edit', event)
  const [asked, nothing] = [new Date(), { remindedAt: null, reconfirmAskedAt: null, reconfirmedAt: null }]
  const guest = { ...scope.key(registrationId) }
  await database().registration.update({ where: guest, data: { remindedAt: asked, reconfirmAskedAt: asked } })
  await putOff(scope, '场地停电')
  const [postponed] = await changesOf(event.id)
  expect(postponed?.text).toContain('待定')
  expect(field(postponed?.calendar, 'STATUS')).toBe('TENTATIVE')
  await later(event.id)
  await sendDueMessages(systemJob(), async () => {}, { eventId: event.id })
  await setNewDate(scope, { date: '2030-05-04', start: '14:00', end: '18:00', timeZone: 'Asia/Shanghai' })
  // What they were asked and told was about another day.
  expect(await database().registration.findUnique({ where: guest })).toMatchObject(nothing)
  const [, moved, ...more] = await changesOf(event.id)
  expect(more).toEqual([])
  expect(moved?.subject).toContain('新的日子')
  expect(field(moved?.calendar, 'DTSTART')).toBe('20300504T060000Z')
  expect(field(moved?.calendar, 'STATUS')).toBe('CONFIRMED')
})

test('a slip taken back within the minute is heard by nobody; later, everybody hears that the stop is on', async () => {
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof)
  await aGuest(proof)
  const scope = await anOrganizerOf('event.edit', event)
  await callOff(scope, '按错了')
  await sendDueMessages(systemJob(), async () => {}, { eventId: event.id })
  expect(
    (await changesOf(event.id)).every(({ status }) => status === 'waiting'),
    'nothing left yet',
  ).toBe(true)
  await putOnAgain(scope)
  expect(await changesOf(event.id)).toEqual([])
  await callOff(scope, '真的取消')
  await later(event.id)
  await putOnAgain(scope)
  const told = await changesOf(event.id)
  expect(told).toHaveLength(2)
  expect(told[0]?.subject).toContain('照常办')
})

test('what cannot be done tells nobody: the words and the act are kept together', async () => {
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof)
  const scope = await anOrganizerOf('event.edit', event)
  await expect(putOnAgain(scope)).rejects.toThrow('events.not-now')
  expect(await changesOf(event.id)).toEqual([])
})

test('three thousand hear of it in one transaction, in more than one go', async () => {
  test.slow()
  const { event } = await aPublishedEvent({ capacity: 3_000 })
  await database().$executeRaw`
    INSERT INTO registrations (event_id, id, status, name, contact_kind, contact, search_text, locale, ticket_code, request_key, confirmed_at)
    SELECT ${event.id}::uuid, gen_random_uuid(), 'confirmed', 'Guest ' || n, 'email', 'crowd-' || n || '-' || ${randomUUID().slice(0, 8)} || '@example.com',
      'guest', CASE WHEN n % 2 = 0 THEN 'en' ELSE 'zh' END, 'C' || n, gen_random_uuid(), now()
    FROM generate_series(1, 3000) n`
  // As Postgres does by itself a little later: its plans must not be those of an empty table.
  await database().$executeRaw`ANALYZE registrations`
  const scope = await anOrganizerOf('event.edit', event)
  await callOff(scope, '台风')
  expect(await database().message.count({ where: { eventId: event.id, kind: 'event-change' } })).toBe(3_000)
})
