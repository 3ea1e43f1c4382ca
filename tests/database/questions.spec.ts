import { randomUUID } from 'node:crypto'
import { findTyped, scanTicket } from '@/lib/checkin/commands'
import { database } from '@/lib/database/client'
import { holderOf } from '@/lib/people/holder'
import { systemJob } from '@/lib/people/scope'
import { editAnswers, forgetAnswers } from '@/lib/registration/commands/answers'
import { setReconfirm } from '@/lib/registration/commands/entry'
import { handOver } from '@/lib/registration/commands/hand-over'
import { eraseMine, uncancelMine } from '@/lib/registration/commands/mine'
import { moveSeats } from '@/lib/registration/commands/move-seats'
import { editQuestion, moveQuestion, removeQuestion, restoreQuestion } from '@/lib/registration/commands/questions'
import { reconfirmMine } from '@/lib/registration/commands/reconfirm'
import { registerFor } from '@/lib/registration/commands/register'
import { findReconfirm } from '@/lib/registration/queries/entry'
import { answersOf, listAnswers, listQuestions, questionsOf } from '@/lib/registration/queries/questions'
import { fieldOf, readAnswers } from '@/lib/registration/rules/questions'
import { registrationSchema } from '@/lib/registration/schema/registration'
import { parseContact } from '@/lib/values/address'
import { aQuestion, sleepHours } from '../support/entry'
import { anOrganizerOf } from '../support/factories'
import { aGuest, anAddress, aPublishedEvent, holding, outboxOf, rowOf } from '../support/guests'
import { expect, test } from '../support/test'

type Proof = Awaited<ReturnType<typeof aPublishedEvent>>['proof']

/** Registers somebody who answered so, as the route does it. */
async function answering(proof: Proof, values: Record<string, string[]>, shown: string[] = []) {
  const { given, problems } = readAnswers(await questionsOf(proof), { shown, values })
  expect(problems).toEqual({})
  const input = { ...registrationSchema.parse({ locale: 'zh', name: '林一诺', contact: anAddress() }), answers: given }
  const ticket = await registerFor(proof, input, { key: randomUUID(), input })
  return holding(ticket)
}
const contactOf = (text: string) => {
  const found = parseContact(text)
  if (!found) throw new Error('no contact')
  return found
}

test('what guests answer is kept with their registration, counted for the organiser, and theirs to change', async () => {
  const { event, proof } = await aPublishedEvent()
  const text = await aQuestion(event)
  const choice = await aQuestion(event, {
    kind: 'choice',
    label: '几点到？',
    options: '上午 | Morning\n下午 | Afternoon',
  })
  const holder = await answering(proof, { [fieldOf({ id: text })]: ['做机器人'], [fieldOf({ id: choice })]: ['上午'] })
  await answering(proof, { [fieldOf({ id: choice })]: ['上午'] })
  expect(await answersOf(holder)).toEqual(
    new Map([
      [text, ['做机器人']],
      [choice, ['上午']],
    ]),
  )
  const scope = await anOrganizerOf('guests.edit', event)
  const [, second] = await listQuestions(scope)
  expect([second?.answers, second?.tally.get('上午')]).toEqual([2, 2])
  await editAnswers(holder, { answers: [{ questionId: choice, given: ['下午'] }], shown: [choice] })
  expect(await answersOf(holder)).toEqual(
    new Map([
      [text, ['做机器人']],
      [choice, ['下午']],
    ]),
  )
  expect((await listAnswers(scope, holder.subjectId)).map(({ label, given }) => [label, ...given])).toEqual([
    ['你在做什么？', '做机器人'],
    ['几点到？', '下午'],
  ])
  const stranger = await anOrganizerOf('guests.edit')
  expect(await listAnswers(stranger, holder.subjectId)).toEqual([])
})

test('a question edited or taken off while people fill in the form loses no answer and no registration', async () => {
  const { event, proof } = await aPublishedEvent()
  const scope = await anOrganizerOf('guests.edit', event)
  const [choice, gone] = [await aQuestion(event, { kind: 'choice', options: '甲\n乙' }), await aQuestion(event)]
  const [before] = await listQuestions(scope)
  if (!before) throw new Error('no question')
  const { label, labelEn, why, whyEn, audience, version } = before
  const facts = { id: choice, label, labelEn, why, whyEn, audience, required: true, sensitive: false }
  await editQuestion(scope, { ...facts, version, options: ['乙', '丙'] })
  await expect(editQuestion(scope, { ...facts, version, options: ['丁', '戊'] })).rejects.toMatchObject({
    current: { options: '乙\n丙', audience, required: 'on' },
  })
  await expect(editQuestion(scope, { ...facts, version: version + 1, options: ['丁'] })).rejects.toMatchObject({
    code: 'entry.needs-choices',
    about: { field: 'options' },
  })
  await removeQuestion(scope, gone)
  const holder = await answering(proof, { [fieldOf({ id: choice })]: ['甲'], [fieldOf({ id: gone })]: ['还在'] }, [
    choice,
    gone,
  ])
  expect((await answersOf(holder)).get(choice)).toEqual(['甲'])
  expect((await answersOf(holder)).get(gone)).toEqual(['还在'])
  // An older page that did not show the question, which is required by now, is not held to it.
  expect(await answersOf(await answering(proof, {}))).toEqual(new Map())
  await restoreQuestion(scope, gone)
  await moveQuestion(scope, { id: gone, way: 'up' })
  expect((await listQuestions(scope)).map(({ id, answers }) => [id, answers])).toEqual([
    [gone, 1],
    [choice, 1],
  ])
  await expect(moveQuestion(scope, { id: gone, way: 'up' })).rejects.toThrow('entry.no-further')
  const stranger = await anOrganizerOf('guests.edit')
  await expect(removeQuestion(stranger, gone)).rejects.toThrow('form.not-found')
})

test('no answer belongs to a question of another stop, whoever writes it', async () => {
  const { event, proof } = await aPublishedEvent()
  const foreign = await aQuestion((await aPublishedEvent()).event)
  const { registrationId } = await aGuest(proof)
  const answer = { eventId: event.id, registrationId, questionId: foreign, given: ['x'] }
  await expect(database().answer.create({ data: answer })).rejects.toThrow(/answers_event_id_question_id_fkey/)
})

test('sensitive answers are forgotten two weeks after the stop, the others with the contacts; erasing takes both', async () => {
  const { event, proof } = await aPublishedEvent()
  const [plain, sensitive] = [await aQuestion(event), await aQuestion(event, { label: '过敏？', sensitive: 'on' })]
  const values = { [fieldOf({ id: plain })]: ['机器人'], [fieldOf({ id: sensitive })]: ['花生'] }
  const [holder, leaving] = [await answering(proof, values), await answering(proof, values)]
  await eraseMine(leaving)
  const left = () => database().answer.count({ where: { eventId: event.id } })
  expect(await left()).toBe(2)
  const ended = async (days: number) => {
    const endsAt = new Date(Date.now() - days * 86_400_000)
    await database().event.update({
      where: { id: event.id },
      data: { endsAt, startsAt: new Date(endsAt.getTime() - 3_600_000) },
    })
    await forgetAnswers(systemJob())
  }
  await ended(13)
  expect(await left()).toBe(2)
  await ended(15)
  expect([...(await answersOf(holder)).keys()]).toEqual([plain])
  await ended(181)
  expect(await left()).toBe(0)
})

test('a ticket handed over is the friend’s: seat and place stay, the old link dies, consents and answers are asked anew', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 1 })
  const question = await aQuestion(event)
  const giver = await answering(proof, { [fieldOf({ id: question })]: ['做机器人'] })
  const waiting = await aGuest(proof, { news: 'on' })
  const friend = anAddress()
  await handOver(await holding(waiting), { name: '朋友', contact: contactOf(friend) })
  const row = await rowOf(event.id, waiting.registrationId)
  expect(row).toMatchObject({
    name: '朋友',
    contact: friend,
    status: 'waitlisted',
    waitlistPosition: 1,
    newsConsentAt: null,
  })
  expect(await holderOf('ticket', waiting.secret)).toBeNull()
  const [letter] = (await outboxOf(event.id)).filter(({ kind }) => kind === 'registration-handed')
  expect(letter).toMatchObject({ recipient: friend })
  const log = await database().activity.findMany({ where: { eventId: event.id, verb: 'registration.handed-over' } })
  expect(log.map(({ details }) => details)).toEqual([{}])
  // Somebody who waits takes over a seat and leaves the queue.
  await handOver(giver, { name: '朋友', contact: contactOf(friend) })
  expect((await answersOf(giver)).size).toBe(0)
  expect(await rowOf(event.id, waiting.registrationId)).toMatchObject({ status: 'cancelled' })
  expect(await rowOf(event.id, giver.subjectId)).toMatchObject({ contact: friend, status: 'confirmed' })
})

test('“still coming?” is asked once, answered by one press, and silence gives the seat to the next when its time comes', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 2, startsAt: new Date(Date.now() + 100 * 3_600_000) })
  const scope = await anOrganizerOf('guests.edit', event)
  await expect(setReconfirm(scope, { reconfirmDays: 1, reconfirmReleaseHours: 20 })).rejects.toMatchObject({
    code: 'entry.release-too-soon',
  })
  await setReconfirm(scope, { reconfirmDays: 3, reconfirmReleaseHours: 50 })
  const [coming, silent, next] = [await aGuest(proof), await aGuest(proof), await aGuest(proof)]
  const job = systemJob()
  expect(await moveSeats(job, { eventId: event.id })).toEqual([])
  await expect(reconfirmMine(await holding(coming))).rejects.toThrow('registration.nobody-asked')
  await sleepHours(event.id, 40)
  await Promise.all([moveSeats(job, { eventId: event.id }), moveSeats(job, { eventId: event.id })])
  const asked = (await outboxOf(event.id)).filter(({ kind }) => kind === 'registration-reconfirm')
  expect(asked).toHaveLength(2)
  expect(asked[0]?.text).toMatch(/到 .+ 还没有回答，名额会给候补的下一位/)
  await reconfirmMine(await holding(coming))
  expect(await findReconfirm(scope)).toMatchObject({ asked: 2, yes: 1, unanswered: [{ id: silent.registrationId }] })
  expect(await moveSeats(job, { eventId: event.id })).toEqual([])
  await sleepHours(event.id, 13)
  expect(await moveSeats(job, { eventId: event.id })).toEqual([event.id])
  expect(await rowOf(event.id, silent.registrationId)).toMatchObject({
    status: 'cancelled',
    endCause: 'not_reconfirmed',
  })
  expect((await rowOf(event.id, coming.registrationId)).status).toBe('confirmed')
  // The next one has a day and a half to the start: asked, not told.
  expect((await rowOf(event.id, next.registrationId)).offerExpiresAt).not.toBeNull()
})

test('whoever is let back in after a silence is not put out again a minute later, and whoever is in is not asked', async () => {
  const { event, proof } = await aPublishedEvent({ capacity: 3, startsAt: new Date(Date.now() + 100 * 3_600_000) })
  const scope = await anOrganizerOf('guests.edit', event)
  await setReconfirm(scope, { reconfirmDays: 3, reconfirmReleaseHours: 50 })
  const [silent, early] = [await aGuest(proof), await aGuest(proof)]
  const door = await anOrganizerOf('checkin.run', event)
  await scanTicket(door, { scan: randomUUID(), registrationId: early.registrationId })
  const job = systemJob()
  await sleepHours(event.id, 40)
  await moveSeats(job, { eventId: event.id })
  expect((await rowOf(event.id, early.registrationId)).reconfirmAskedAt).toBeNull()
  await sleepHours(event.id, 13)
  await moveSeats(job, { eventId: event.id })
  expect((await rowOf(event.id, silent.registrationId)).endCause).toBe('not_reconfirmed')
  expect(await uncancelMine(await holding(silent))).toBe('confirmed')
  expect(await moveSeats(job, { eventId: event.id })).toEqual([])
  expect(await rowOf(event.id, silent.registrationId)).toMatchObject({ status: 'confirmed', reconfirmAskedAt: null })
})

test('whoever is handed a ticket is asked themselves before a silence costs them the seat', async () => {
  const { event, proof } = await aPublishedEvent({ startsAt: new Date(Date.now() + 100 * 3_600_000) })
  await setReconfirm(await anOrganizerOf('guests.edit', event), { reconfirmDays: 3, reconfirmReleaseHours: 50 })
  const [giver, friend, job] = [await aGuest(proof), anAddress(), systemJob()]
  await sleepHours(event.id, 40)
  await moveSeats(job, { eventId: event.id })
  await reconfirmMine(await holding(giver))
  await sleepHours(event.id, 9)
  const { ticketCode } = await rowOf(event.id, giver.registrationId)
  await handOver(await holding(giver), { name: '朋友', contact: contactOf(friend) })
  await moveSeats(job, { eventId: event.id })
  await sleepHours(event.id, 4)
  await moveSeats(job, { eventId: event.id })
  expect(await rowOf(event.id, giver.registrationId)).toMatchObject({ status: 'confirmed', contact: friend })
  const told = (await outboxOf(event.id)).flatMap(({ kind, recipient }) => (recipient === friend ? kind : []))
  expect(told).toEqual(['registration-handed', 'registration-reconfirm'])
  expect(await findTyped(await anOrganizerOf('checkin.run', event), ticketCode), 'the giver’s code').toBeNull()
})

test('somebody may tick every choice there is, however long they are', async () => {
  const { event, proof } = await aPublishedEvent()
  const options = Array.from({ length: 15 }, (_, n) => `${n}${'选'.repeat(190)}`.slice(0, 190))
  const id = await aQuestion(event, { kind: 'several', options: options.join('\n') })
  const holder = await answering(proof, { [fieldOf({ id })]: options })
  expect((await answersOf(holder)).get(id)).toEqual(options)
})
