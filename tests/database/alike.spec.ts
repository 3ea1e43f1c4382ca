// checklist: 42
import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { systemJob } from '@/lib/people/scope'
import { moveSeats } from '@/lib/registration/commands/move-seats'
import { registerFor } from '@/lib/registration/commands/register'
import { alikeOf } from '@/lib/registration/queries/alike'
import { listOpenHolds } from '@/lib/registration/queries/entry'
import { exportCells, exportCsv, exportQuestions } from '@/lib/registration/queries/export'
import { findGuest } from '@/lib/registration/queries/guest'
import { listGuests } from '@/lib/registration/queries/guests'
import { listAnswers } from '@/lib/registration/queries/questions'
import { guestFilter } from '@/lib/registration/schema/guests'
import { aHold, aQuestion } from '../support/entry'
import { anOrganizerOf } from '../support/factories'
import { aForm, aGuest, aPublishedEvent, outboxOf } from '../support/guests'
import { expect, test } from '../support/test'

test('whoever may be the same person is hinted at, by name and by contact, and nobody is refused', async () => {
  const { event, proof } = await aPublishedEvent()
  const one = randomUUID().slice(0, 8)
  const given = [
    ['王子涵', `zihan-${one}@example.com`],
    ['王子涵', '13900001111'],
    ['Zihan', `zihan-${one}+meetup@example.com`],
    ['汪子涵', `other-${one}@example.com`],
    ['zihan', `zihan-${one}@example.org`],
  ] as const
  for (const [name, contact] of given) await aGuest(proof, { name, contact })
  await aGuest((await aPublishedEvent()).proof, { name: '王子涵' })
  const scope = await anOrganizerOf('guests.view', event)
  const { rows } = await listGuests(scope, guestFilter({ sort: 'oldest' }))
  const alike = await alikeOf(scope, rows)
  const hinted = rows.map(({ id }) => (alike.get(id) ?? []).map(({ name, by }) => `${name} ${by}`))
  expect(hinted).toEqual([
    ['Zihan contact', '王子涵 name'],
    ['王子涵 name'],
    ['王子涵 contact', 'zihan name'],
    [],
    ['Zihan name'],
  ])
  const again = aForm({ name: '别人', contact: given[0][1] })
  const ticket = await registerFor(proof, again, { key: randomUUID(), input: again })
  const guest = await findGuest(scope, ticket.registrationId)
  expect(guest).toMatchObject({ again: true, status: 'cancelled' })
  expect((await alikeOf(scope, guest ? [guest] : [])).get(ticket.registrationId)).toMatchObject([
    { id: rows[0]?.id, by: 'contact' },
    { id: rows[2]?.id, by: 'contact' },
  ])
})

test('answers stand beside the guest and in both exports, sensitive ones only in the file that is asked for', async () => {
  const { event, proof } = await aPublishedEvent()
  const several = await aQuestion(event, {
    kind: 'several',
    label: '带什么',
    labelEn: 'You bring',
    options: '电脑\n=1+1',
  })
  const secret = await aQuestion(event, { label: '忌口', labelEn: '', sensitive: 'on' })
  await aQuestion(event, { label: '没人答' })
  const answers = [
    { questionId: several, given: ['=1+1', '电脑'] },
    { questionId: secret, given: ['花生'] },
  ]
  const input = { ...aForm({ name: '林一诺' }), answers }
  const { registrationId } = await registerFor(proof, input, { key: randomUUID(), input })
  const scope = await anOrganizerOf('guests.view', event)
  expect(await listAnswers(scope, registrationId)).toMatchObject([
    { label: '带什么', given: ['=1+1', '电脑'], sensitive: false },
    { label: '忌口', given: ['花生'], sensitive: true },
  ])
  const filter = guestFilter({})
  const questions = await exportQuestions(scope, { locale: 'en', sensitive: false })
  expect(questions.map(({ label }) => label)).toEqual(['You bring'])
  const csv = await new Response(await exportCsv(scope, { filter, locale: 'zh', questions })).text()
  expect(csv).toMatch(/^林一诺,[^\n]*,'=1\+1; 电脑\n$/)
  const all = await exportQuestions(scope, { locale: 'zh', sensitive: true })
  const cells = await exportCells(scope, { filter, locale: 'zh', questions: all })
  expect(cells?.[0]?.slice(-2)).toEqual(['=1+1; 电脑', '花生'])
})

test('seats set aside can be chosen for a guest while some are left', async () => {
  const { event } = await aPublishedEvent()
  const { id } = await aHold(event, { seats: '1', name: '讲者' })
  const scope = await anOrganizerOf('guests.view', event)
  expect(await listOpenHolds(scope)).toEqual([{ id, name: '讲者', left: 1 }])
  await database().hold.update({ where: { key: { eventId: event.id, id } }, data: { closedAt: new Date() } })
  expect(await listOpenHolds(scope)).toEqual([])
})

test('a day before, whoever has a seat is reminded once, and whoever came since is not', async () => {
  const noon = new Date(Date.now() + 20 * 3_600_000)
  const { event, proof } = await aPublishedEvent({ capacity: 2, startsAt: noon })
  // Somewhere it is day now.
  const hour = new Date().getUTCHours()
  const timeZone = hour < 13 ? 'Asia/Shanghai' : 'America/New_York'
  await database().event.update({ where: { id: event.id }, data: { timeZone } })
  const early = await aGuest(proof)
  await aGuest(proof)
  await aGuest(proof)
  await database().registration.update({
    where: { key: { eventId: event.id, id: early.registrationId } },
    data: { confirmedAt: new Date(Date.now() - 5 * 86_400_000) },
  })
  const job = systemJob()
  await Promise.all([1, 2].map(() => moveSeats(job, { eventId: event.id })))
  await moveSeats(job, { eventId: event.id })
  const reminders = (await outboxOf(event.id)).filter(({ kind }) => kind === 'registration-reminder')
  expect(reminders.map(({ registrationId }) => registrationId)).toEqual([early.registrationId])
  expect(reminders[0]?.text).toContain('我来不了了')
  expect(reminders[0]?.calendar).toContain('BEGIN:VEVENT')
})
