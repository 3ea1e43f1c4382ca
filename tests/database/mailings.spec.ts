// checklist: 36

import { database } from '@/lib/database/client'
import { preferencesUrl } from '@/lib/mail/preferences'
import {
  editMailing,
  holdMailing,
  releaseDueMailings,
  sendMailing,
  testMailing,
  writeMailing,
} from '@/lib/messages/commands/mailing'
import { stopNews } from '@/lib/messages/commands/preferences'
import { countAudience, countAudiences, findMailing, listMailings } from '@/lib/messages/queries/mailings'
import { listMessages } from '@/lib/messages/queries/outbox'
import { mailingSchema } from '@/lib/messages/schema'
import { eventScope, systemJob } from '@/lib/people/scope'
import { cancelMine } from '@/lib/registration/commands/mine'
import { anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { aGuest, aPublishedEvent, holding, outboxOf } from '../support/guests'
import { expect, test } from '../support/test'

const aLetter = (given: Partial<Record<'audience' | 'text' | 'textEn' | 'subject', string>> = {}) =>
  mailingSchema.parse({
    audience: 'confirmed',
    subject: '记得带电脑',
    text: '现场有插座。',
    subjectEn: '',
    textEn: '',
    ...given,
  })

const lettersOf = async (eventId: string) => (await outboxOf(eventId)).filter(({ kind }) => kind === 'mailing')

test('a letter goes to exactly the group that was counted, each in their language, and the log shows whom', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 2 })
  await aGuest(proof, { name: '林一诺' })
  await aGuest(proof, { name: 'Ada', locale: 'en' })
  await aGuest(proof, { contact: '13800138456' })
  const scope = await anOrganizerOf('messages.send', event)
  expect(await countAudience(scope, 'confirmed')).toEqual({ total: 2, mail: 2, hand: 0, stopped: 0 })
  expect(await countAudience(scope, 'waitlisted')).toEqual({ total: 1, mail: 0, hand: 1, stopped: 0 })
  expect(Object.fromEntries(await countAudiences(scope))).toMatchObject({ registered: 3, pending: 0, crew: 0 })
  const { id } = await writeMailing(scope, aLetter({ text: '现场{link}有插座。', textEn: 'Bring a laptop.' }))
  expect(await lettersOf(event.id), 'a draft tells nobody').toEqual([])
  const seen = await findMailing(scope, id)
  await editMailing(scope, { ...aLetter({ text: '现场{link}有插座。', textEn: 'Bring a laptop.' }), id, version: 1 })
  const unread = sendMailing(scope, { id, at: null, version: 1 })
  await expect(unread, 'nobody sends words they have not read').rejects.toThrow('messages.mailing-changed')
  expect(await sendMailing(scope, { id, at: null, version: 2 })).toBe(2)
  const [one, two] = await lettersOf(event.id)
  const zh = [one, two].find((row) => row?.locale === 'zh')
  expect(zh?.text).toContain('林一诺，你好')
  expect(zh?.text, 'what somebody typed is no place for a link').toContain('现场link有插座')
  expect([one, two].find((row) => row?.locale === 'en')?.text).toContain('Bring a laptop.')
  expect(zh?.subject).toBe(seen?.previews[0]?.subject)
  const [listed] = await listMailings(scope)
  expect(listed?.counts).toMatchObject({ all: 2, waiting: 2, sent: 0 })
  const reader = await anOrganizerOf('messages.view', event)
  expect((await listMessages(reader, 'all', undefined, id)).rows).toHaveLength(2)
})

test('sent is sent: no second time, no other words, not even by hand-written SQL', async () => {
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof)
  const scope = await anOrganizerOf('messages.send', event)
  const { id } = await writeMailing(scope, aLetter())
  await editMailing(scope, { ...aLetter({ text: '改过的' }), id, version: 1 })
  expect((await findMailing(scope, id))?.text).toBe('改过的')
  await sendMailing(scope, { id, at: null })
  await expect(sendMailing(scope, { id, at: null })).rejects.toThrow('messages.mailing-left')
  await expect(editMailing(scope, { ...aLetter({ text: '别的' }), id, version: 3 })).rejects.toThrow(
    'messages.mailing-left',
  )
  await expect(database().$executeRaw`UPDATE mailings SET text = 'x' WHERE id = ${id}::uuid`).rejects.toThrow(
    /mailings_never_rewritten/,
  )
  expect(await lettersOf(event.id)).toHaveLength(1)
})

test('two at once send it once', async () => {
  const { event, proof } = await aPublishedEvent()
  for (let n = 0; n < 5; n++) await aGuest(proof)
  const scope = await anOrganizerOf('messages.send', event)
  const { id } = await writeMailing(scope, aLetter())
  const results = await Promise.allSettled([1, 2, 3, 4].map(() => sendMailing(scope, { id, at: null })))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await lettersOf(event.id)).toHaveLength(5)
})

test('a scheduled letter goes to whoever is in the group then; off the schedule it stays', async () => {
  const { event, proof } = await aPublishedEvent()
  const gone = await aGuest(proof)
  await aGuest(proof)
  const scope = await anOrganizerOf('messages.send', event)
  await expect(
    sendMailing(scope, { id: (await writeMailing(scope, aLetter())).id, at: '2020-01-01T10:00' }),
  ).rejects.toThrow('messages.time-is-over')
  const { id } = await writeMailing(scope, aLetter())
  expect(await sendMailing(scope, { id, at: '2035-01-01T10:00' })).toBe(0)
  await holdMailing(scope, id)
  await sendMailing(scope, { id, at: '2035-01-01T10:00' })
  await cancelMine(await holding(gone))
  await releaseDueMailings(systemJob())
  expect(await lettersOf(event.id)).toEqual([])
  await database().$executeRaw`UPDATE mailings SET send_at = now() - interval '1 second' WHERE id = ${id}::uuid`
  await Promise.all([releaseDueMailings(systemJob()), releaseDueMailings(systemJob())])
  expect(await lettersOf(event.id)).toHaveLength(1)
})

test('what has not left can be stopped; who wants no such letters is not counted and gets none', async () => {
  const { event, proof } = await aPublishedEvent()
  await aGuest(proof)
  await aGuest(proof)
  const scope = await anOrganizerOf('messages.send', event)
  const first = await writeMailing(scope, aLetter())
  await sendMailing(scope, { id: first.id, at: null })
  expect(await holdMailing(scope, first.id)).toBe(2)
  const [letter] = await lettersOf(event.id)
  expect(letter).toMatchObject({ status: 'withdrawn', lastError: 'undone' })
  const [, message = '', proofOfMail = ''] =
    /mail\/([^/]+)\/(.+)$/.exec(preferencesUrl({ id: letter?.id ?? '', locale: 'zh' })) ?? []
  await stopNews({ message, proof: proofOfMail })
  expect(await countAudience(scope, 'confirmed')).toEqual({ total: 1, mail: 1, hand: 0, stopped: 1 })
  const second = await writeMailing(scope, aLetter())
  expect(await sendMailing(scope, { id: second.id, at: null })).toBe(1)
})

test('a test goes to its writer alone; a letter of another event is not found; a viewer may not write', async () => {
  const [here, there] = [await aPublishedEvent(), await aPublishedEvent()]
  await aGuest(here.proof)
  const scope = await anOrganizerOf('messages.send', here.event)
  const { id } = await writeMailing(scope, aLetter())
  await testMailing(scope, id, 'zh')
  const tests = (await outboxOf(here.event.id)).filter(({ kind }) => kind === 'mailing-test')
  const writer = await database().person.findUniqueOrThrow({ where: { id: scope.actorId } })
  expect(tests.map(({ recipient }) => recipient)).toEqual([writer.email])
  const stranger = await anOrganizerOf('messages.send', there.event)
  await expect(sendMailing(stranger, { id, at: null })).rejects.toThrow('form.not-found')
  await expect(testMailing(stranger, id, 'zh')).rejects.toThrow('form.not-found')
  await expect(holdMailing(stranger, id)).rejects.toThrow('form.not-found')
  expect(await findMailing(stranger, id)).toBeNull()
  const viewer = await aPerson()
  await giveRole(viewer, 'viewer', { seriesId: here.event.seriesId, eventId: here.event.id })
  expect(await eventScope(viewer, { id: here.event.id }, 'messages.send')).toBeNull()
})
