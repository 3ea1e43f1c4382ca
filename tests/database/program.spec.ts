import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { eventScope, publishedEvent } from '@/lib/people/scope'
import {
  addPerson,
  changeRole,
  confirmPerson,
  movePerson,
  removePerson,
  reopenPerson,
  restorePerson,
} from '@/lib/program/commands/stage'
import { addTalk, editTalk, moveTalk, removeTalk, restoreTalk } from '@/lib/program/commands/talks'
import { findProgram, publicProgram } from '@/lib/program/queries/program'
import { markOf } from '@/lib/values/mark'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import { anEvent, aPerson, giveRole } from '../support/factories'
import { anEditor, aTalk, editorsOfTwoEvents, namesOf, nobody, someoneOnStage, titlesOf } from '../support/program'
import { expect, test } from '../support/test'

const words = { kind: 'talk' as const, titleEn: null, summary: '', summaryEn: null, durationMinutes: 30 }

test('the whole programme of Shanghai can be typed in, one line an item', async () => {
  const scope = await anEditor()
  const items = [
    ['icebreaker', '破冰交流', 30, ''],
    ['talk', '《央视春晚AI舞蹈全流程拆解》', 30, '海辛、Simon阿文'],
    [
      'panel',
      '《一个好的AI产品应该怎么做？》',
      40,
      '廖虎（商汤科技，数字娱乐事业部项目总监）、韩愉畅（同花顺，B端产品负责人）、陆路',
    ],
    ['raffle', '抽奖', 40, ''],
  ] as const
  for (const [kind, title, durationMinutes, people] of items) {
    await addTalk(scope, { kind, title, durationMinutes, people })
  }
  const { talks, startsAt } = await findProgram(scope)
  expect(talks.map(({ title }) => title)).toEqual(items.map(([, title]) => title))
  expect(talks.map((talk) => (talk.startsAt.getTime() - startsAt.getTime()) / 60_000)).toEqual([0, 30, 60, 100])
  expect(
    talks[2]?.people.map(({ role, speaker }) => [role, speaker.name, speaker.organisation, speaker.position]),
  ).toEqual([
    ['panelist', '廖虎', '商汤科技', '数字娱乐事业部项目总监'],
    ['panelist', '韩愉畅', '同花顺', 'B端产品负责人'],
    ['panelist', '陆路', '', ''],
  ])
})

test('a name that the series knows is that speaker, also at another stop', async () => {
  const [here, there] = await editorsOfTwoEvents()
  await aTalk(here, { people: '海辛（某工作室）' })
  await aTalk(there, { people: '海辛' })
  expect(await database().speaker.count({ where: { ...here.withinSeries } })).toBe(1)
})

test('a name that two speakers share has to be chosen from the list', async () => {
  const scope = await anEditor()
  const talk = await aTalk(scope)
  await addPerson(scope, { ...person(talk), name: 'Jaden', organisation: '甲' })
  await addPerson(scope, { ...person(talk), name: 'Jaden', organisation: '乙' })
  await expect(aTalk(scope, { people: 'Jaden' })).rejects.toThrow('program.name-ambiguous')
  expect(await titlesOf(scope)).toHaveLength(1)
})

test('the same item sent twice is there once', async () => {
  const scope = await anEditor()
  const input = { kind: 'talk' as const, title: '《一次》', durationMinutes: 30, people: '海辛' }
  const once = { key: randomUUID(), input }
  const [first, second] = await Promise.all([addTalk(scope, input, once), addTalk(scope, input, once)])
  expect(first).toEqual(second)
  expect(await titlesOf(scope)).toEqual(['《一次》'])
})

test('twenty items added at once stand in twenty places', async () => {
  const scope = await anEditor()
  await Promise.all(Array.from({ length: 20 }, () => aTalk(scope)))
  const rows = await database().talk.findMany({ where: { ...scope.within }, select: { position: true } })
  expect(rows.map(({ position }) => position).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, n) => n + 1),
  )
})

test('moving an item moves all times after it', async () => {
  const scope = await anEditor()
  for (const title of ['一', '二', '三', '四']) await aTalk(scope, { title })
  const { talks } = await findProgram(scope)
  await moveTalk(scope, { id: talks[3]?.id ?? '', to: 2 })
  expect(await titlesOf(scope)).toEqual(['一', '四', '二', '三'])
  await moveTalk(scope, { id: talks[0]?.id ?? '', to: 99 })
  expect(await titlesOf(scope)).toEqual(['四', '二', '三', '一'])
})

test('a removed item comes back where it stood, with its people and their answers', async () => {
  const scope = await anEditor()
  for (const title of ['一', '二', '三']) await aTalk(scope, { title, people: `${title}的人` })
  const { talks } = await findProgram(scope)
  const [first, second] = talks.map(({ id }) => id)
  const speaker = talks[1]?.people[0]?.speaker.id ?? ''
  await confirmPerson(scope, { talk: second ?? '', speaker })
  await removeTalk(scope, second ?? '')
  expect(await titlesOf(scope)).toEqual(['一', '三'])
  await aTalk(scope, { title: '四' })
  await moveTalk(scope, { id: first ?? '', to: 3 })
  await restoreTalk(scope, second ?? '')
  expect(await titlesOf(scope)).toEqual(['三', '二', '四', '一'])
  const back = (await findProgram(scope)).talks.find(({ id }) => id === second)
  expect(back?.people.map(({ answer }) => answer)).toEqual(['confirmed'])
  await expect(restoreTalk(scope, second ?? '')).rejects.toThrow('form.not-found')
})

test('whoever saves an item second is shown what the first one wrote', async () => {
  const scope = await anEditor()
  const id = await aTalk(scope, { title: '《原来》' })
  await editTalk(scope, { ...words, id, version: 1, title: '《甲》', titleEn: 'A' })
  const late = editTalk(scope, { ...words, id, version: 1, title: '《乙》' })
  await expect(late).rejects.toThrow(ChangedMeanwhile)
  expect(await late.catch((error) => error)).toMatchObject({ version: 2, current: { title: '《甲》', titleEn: 'A' } })
  expect(await titlesOf(scope)).toEqual(['《甲》'])
})

test('nobody stands on the same stage twice', async () => {
  const scope = await anEditor()
  const talk = await aTalk(scope)
  const speaker = await someoneOnStage(scope, talk)
  await expect(addPerson(scope, { ...person(talk), speaker })).rejects.toThrow('program.already-on-stage')
  const known = person(talk)
  await addPerson(scope, { ...known, name: '廖虎' })
  await expect(addPerson(scope, { ...known, name: '廖虎' })).rejects.toThrow('program.speaker-known')
})

test('people on stage have an order and a role, and come back to both', async () => {
  const scope = await anEditor()
  const talk = await aTalk(scope, { people: '甲、乙、丙' })
  const before = (await findProgram(scope)).talks[0]?.people[1]
  const speaker = before?.speaker.id ?? ''
  await changeRole(scope, { talk, speaker, role: 'moderator' })
  const late = changeRole(scope, { talk, speaker, role: 'host', version: markOf({ role: 'speaker' }) })
  await expect(late).rejects.toMatchObject({ current: { role: 'moderator' } })
  await confirmPerson(scope, { talk, speaker })
  await movePerson(scope, { talk, speaker, to: 1 })
  expect(await namesOf(scope)).toEqual(['乙', '甲', '丙'])
  const place = (await findProgram(scope)).talks[0]?.people[0]
  await removePerson(scope, { talk, speaker })
  expect(await namesOf(scope)).toEqual(['甲', '丙'])
  const { confirmedAt = null } = place ?? {}
  await restorePerson(scope, { talk, speaker, role: 'moderator', position: 1, confirmedAt, declinedAt: null })
  const back = (await findProgram(scope)).talks[0]?.people[0]
  expect(back).toEqual(place)
})

test('a confirmed place can be opened again, for that talk alone', async () => {
  const scope = await anEditor()
  const [one, two] = [await aTalk(scope, { people: '海辛' }), await aTalk(scope, { people: '海辛' })]
  const speaker = (await findProgram(scope)).talks[0]?.people[0]?.speaker.id ?? ''
  await confirmPerson(scope, { talk: one, speaker })
  await confirmPerson(scope, { talk: two, speaker })
  await reopenPerson(scope, { talk: one, speaker })
  const { talks } = await findProgram(scope)
  expect(talks.map(({ people }) => people[0]?.answer)).toEqual(['open', 'confirmed'])
})

test('a programme that is too long says by how much', async () => {
  const scope = await anEditor()
  await aTalk(scope, { durationMinutes: 240 })
  expect((await findProgram(scope)).over).toBe(0)
  await aTalk(scope, { durationMinutes: 25 })
  expect((await findProgram(scope)).over).toBe(25)
})

test('the public programme has no contacts and nobody who declined', async () => {
  const event = await anEvent({ published: true })
  const scope = await anEditor(event)
  const talk = await aTalk(scope, { title: '《公开》', people: '海辛、Simon阿文' })
  const [first, second] = (await findProgram(scope)).talks[0]?.people ?? []
  const contact = { email: 'canary@example.com', phone: '+8613800138000' }
  await database().speaker.update({ where: scope.seriesKey(first?.speaker.id ?? ''), data: contact })
  const where = { key: { ...scope.within, talkId: talk, speakerId: second?.speaker.id ?? '' } }
  await database().talkPerson.update({ where, data: { declinedAt: new Date() } })
  const proof = await publishedEvent({ id: event.id })
  const [shown] = proof ? await publicProgram(proof) : []
  expect(shown?.people.map(({ name }) => name)).toEqual(['海辛'])
  expect(shown?.startsAt).toBe(event.startsAt.toISOString())
  expect(JSON.stringify(shown)).not.toMatch(/canary|138001/)
})

test('nobody answers yes and no at once, whatever SQL says', async () => {
  const scope = await anEditor()
  const talk = await aTalk(scope, { people: '海辛' })
  const both = { confirmedAt: new Date(), declinedAt: new Date() }
  const write = database().talkPerson.updateMany({ where: { ...scope.within, talkId: talk }, data: both })
  await expect(write).rejects.toThrow(/talk_people_one_answer/)
})

test('only owners, organisers and editors may change a programme', async () => {
  const event = await anEvent()
  const at = { seriesId: event.seriesId, eventId: event.id }
  const answers = await Promise.all(
    (['editor', 'host', 'door', 'viewer'] as const).map(async (role) => {
      const person = await aPerson()
      await giveRole(person, role, at)
      return [role, (await eventScope(person, { id: event.id }, 'program.edit')) !== null]
    }),
  )
  expect(Object.fromEntries(answers)).toEqual({ editor: true, host: false, door: false, viewer: false })
  expect(await eventScope(await aPerson(), { id: event.id }, 'program.edit')).toBeNull()
})

test('nothing of another event can be changed, moved, removed or put on stage', async () => {
  const [here, there] = await editorsOfTwoEvents()
  const talk = await aTalk(there, { title: '《别处》', people: '甲、乙' })
  const speaker = (await findProgram(there)).talks[0]?.people[0]?.speaker.id ?? ''
  const stranger = await anEditor()
  const unknown = await someoneOnStage(stranger, await aTalk(stranger))
  const onStage = { talk, speaker }
  const place = { ...onStage, role: 'host' as const, position: 1, confirmedAt: null, declinedAt: null }
  for (const act of [
    () => editTalk(here, { ...words, id: talk, version: 1, title: '《抢》' }),
    () => moveTalk(here, { id: talk, to: 1 }),
    () => removeTalk(here, talk),
    () => restoreTalk(here, talk),
    () => addPerson(here, { ...person(talk), name: '丙' }),
    () => addPerson(there, { ...person(talk), speaker: unknown }),
    () => addPerson(there, { ...person(talk), speaker: nobody }),
    () => removePerson(here, onStage),
    () => restorePerson(here, place),
    () => changeRole(here, { ...onStage, role: 'host' }),
    () => confirmPerson(here, onStage),
    () => reopenPerson(here, onStage),
    () => movePerson(here, { ...onStage, to: 2 }),
  ]) {
    await expect(act()).rejects.toThrow('form.not-found')
  }
  expect(await namesOf(there)).toEqual(['甲', '乙'])
})

const person = (talk: string) => ({
  talk,
  role: 'panelist' as const,
  speaker: '',
  name: '',
  organisation: '',
  position: '',
  confirmed: false,
})
