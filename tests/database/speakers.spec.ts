import { database } from '@/lib/database/client'
import { holderOf } from '@/lib/people/holder'
import { answerAsSpeaker, editOwnPrint } from '@/lib/program/commands/own'
import {
  addSpeaker,
  editSpeaker,
  makeSpeakerLink,
  removeSpeaker,
  restoreSpeaker,
  revokeSpeakerLinks,
} from '@/lib/program/commands/speakers'
import { removePerson } from '@/lib/program/commands/stage'
import { removeTalk } from '@/lib/program/commands/talks'
import { findSpeakerPage, listSpeakerNames, listSpeakers } from '@/lib/program/queries/speakers'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import { anEditor, aTalk, editorsOfTwoEvents, nobody, someoneOnStage } from '../support/program'
import { expect, test } from '../support/test'

const printed = {
  name: '廖虎',
  organisation: '商汤科技',
  organisationEn: 'SenseTime',
  position: '数字娱乐事业部项目总监',
  positionEn: null,
  bio: '',
  bioEn: null,
  website: 'https://example.com/liao',
}
const contact = { email: null, phone: null }
const secretIn = (url: string) => url.split('/').at(-1) ?? ''

async function linked() {
  const scope = await anEditor()
  const talk = await aTalk(scope, { title: '《拆解》' })
  const speaker = await someoneOnStage(scope, talk, { name: '海辛' })
  const { url } = await makeSpeakerLink(scope, speaker)
  const holder = await holderOf('speaker', secretIn(url))
  if (!holder) throw new Error('a fresh link opens')
  return { scope, talk, speaker, url, holder }
}

test('speakers are remembered from stop to stop, with where they spoke', async () => {
  const [here, there] = await editorsOfTwoEvents()
  await aTalk(here, { title: '《这里》', people: '海辛' })
  await aTalk(there, { title: '《那里》', people: '海辛、Cara' })
  const [first, second] = await listSpeakers(here)
  expect(first).toMatchObject({ name: '海辛', here: [{ title: '《这里》' }], answer: 'open' })
  expect(first?.elsewhere.map(({ title }) => title)).toEqual(['《那里》'])
  expect(second).toMatchObject({ name: 'Cara', here: [], answer: null })
  expect((await listSpeakerNames(here)).map(({ name }) => name).sort()).toEqual(['Cara', '海辛'])
})

test('somebody of the same name and organisation is not added twice', async () => {
  const scope = await anEditor()
  await addSpeaker(scope, { ...printed, ...contact })
  await expect(addSpeaker(scope, { ...printed, ...contact })).rejects.toThrow('program.speaker-known')
  await addSpeaker(scope, { ...printed, ...contact, organisation: '另一家' })
  expect(await listSpeakers(scope)).toHaveLength(2)
})

test('a speaker on any programme stays; off it, they can be removed and come back', async () => {
  const [here, there] = await editorsOfTwoEvents()
  const talk = await aTalk(there)
  const speaker = await someoneOnStage(there, talk)
  await expect(removeSpeaker(here, speaker)).rejects.toThrow('program.speaker-on-stage')
  await removePerson(there, { talk, speaker })
  await removeSpeaker(here, speaker)
  expect(await listSpeakers(here)).toEqual([])
  await expect(removeSpeaker(here, speaker)).rejects.toThrow('form.not-found')
  await restoreSpeaker(here, speaker)
  expect(await listSpeakers(here)).toHaveLength(1)
})

test('whoever saves a speaker second is shown what the first one wrote', async () => {
  const scope = await anEditor()
  const { id } = await addSpeaker(scope, { ...printed, ...contact })
  await editSpeaker(scope, { ...printed, ...contact, id, version: 1, position: '甲' })
  const late = editSpeaker(scope, { ...printed, ...contact, id, version: 1, position: '乙' })
  await expect(late).rejects.toThrow(ChangedMeanwhile)
  expect(await late.catch((error) => error)).toMatchObject({ version: 2, current: { position: '甲' } })
})

test('a link opens the speaker’s own page of this stop until it is withdrawn', async () => {
  const { scope, speaker, url, holder } = await linked()
  expect(url).toMatch(/^http[^ ]+\/s\/[\w-]{27}$/)
  const page = await findSpeakerPage(holder)
  expect(page?.speaker.name).toBe('海辛')
  expect(page?.talks.map(({ title }) => title)).toEqual(['《拆解》'])
  expect((await listSpeakers(scope))[0]?.links).toBe(1)
  await makeSpeakerLink(scope, speaker)
  expect(await revokeSpeakerLinks(scope, speaker)).toEqual({ count: 2 })
  expect(await holderOf('speaker', secretIn(url))).toBeNull()
  await expect(revokeSpeakerLinks(scope, speaker)).rejects.toThrow('program.no-link')
})

test('a link’s secret is kept nowhere', async () => {
  const { scope, url } = await linked()
  const kept = await database().$queryRaw<{ n: bigint }[]>`
    SELECT (SELECT count(*) FROM activities WHERE event_id = ${scope.eventId}::uuid AND details::text LIKE ${`%${secretIn(url)}%`})
      + (SELECT count(*) FROM request_keys WHERE result::text LIKE ${`%${secretIn(url)}%`}) AS n`
  expect(Number(kept[0]?.n)).toBe(0)
})

test('a speaker says yes or no for all their talks of the stop, and may change their mind', async () => {
  const { scope, talk, holder } = await linked()
  const second = await aTalk(scope, { people: '海辛、Cara' })
  expect(await answerAsSpeaker(holder, 'no')).toEqual({ talks: 2 })
  expect((await findSpeakerPage(holder))?.answer).toBe('declined')
  expect((await listSpeakers(scope)).map(({ name, answer }) => [name, answer])).toEqual([
    ['海辛', 'declined'],
    ['Cara', 'open'],
  ])
  await answerAsSpeaker(holder, 'yes')
  expect((await findSpeakerPage(holder))?.answer).toBe('confirmed')
  await removeTalk(scope, talk)
  await removeTalk(scope, second)
  await expect(answerAsSpeaker(holder, 'no')).rejects.toThrow('program.not-on-stage')
})

test('a speaker changes how they are printed, and nothing else', async () => {
  const { scope, speaker, holder } = await linked()
  await database().speaker.update({ where: scope.seriesKey(speaker), data: { email: 'kept@example.com' } })
  await editOwnPrint(holder, { ...printed, name: '海辛 Hai', version: 1 })
  const [row] = await listSpeakers(scope)
  expect(row).toMatchObject({
    name: '海辛 Hai',
    organisationEn: 'SenseTime',
    link: printed.website,
    email: 'kept@example.com',
    version: 2,
  })
  await expect(editOwnPrint(holder, { ...printed, version: 1 })).rejects.toThrow(ChangedMeanwhile)
})

test('the page of a link shows nobody’s contact and nobody who declined', async () => {
  const { scope, speaker, holder } = await linked()
  await aTalk(scope, { people: '海辛、Cara、Jaden' })
  await database().speaker.updateMany({ where: { ...scope.withinSeries }, data: { email: 'canary@example.com' } })
  const declined = { where: { ...scope.within, speaker: { name: 'Jaden' } }, data: { declinedAt: new Date() } }
  await database().talkPerson.updateMany(declined)
  const page = await findSpeakerPage(holder)
  expect(page?.talks[1]?.others).toEqual(['Cara'])
  expect(JSON.stringify(page)).not.toContain('canary')
  await database().speaker.update({ where: scope.seriesKey(speaker), data: { removedAt: new Date() } })
  expect(await findSpeakerPage(holder)).toBeNull()
})

test('speakers of another series are not there', async () => {
  const scope = await anEditor()
  const other = await anEditor()
  const speaker = await someoneOnStage(other, await aTalk(other))
  for (const id of [speaker, nobody]) {
    await expect(editSpeaker(scope, { ...printed, ...contact, id, version: 1 })).rejects.toThrow('form.not-found')
    await expect(removeSpeaker(scope, id)).rejects.toThrow('form.not-found')
    await expect(restoreSpeaker(scope, id)).rejects.toThrow('form.not-found')
    await expect(makeSpeakerLink(scope, id)).rejects.toThrow('form.not-found')
    await expect(revokeSpeakerLinks(scope, id)).rejects.toThrow('program.no-link')
  }
  expect(await listSpeakers(scope)).toEqual([])
})
