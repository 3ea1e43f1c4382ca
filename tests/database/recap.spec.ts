import { database } from '@/lib/database/client'
import { type EventScope, eventScope, publishedEvent } from '@/lib/people/scope'
import { addGift } from '@/lib/prizes/commands/gifts'
import { completeRecap, publishRecap, saveRecap, saveTalkNote, unpublishRecap } from '@/lib/recap/commands/recap'
import { findRecap, publicRecap } from '@/lib/recap/queries/recap'
import { composeRecap } from '@/lib/recap/rules/compose'
import { recapMarkdown } from '@/lib/recap/rules/markdown'
import { leftUnthanked } from '@/lib/recap/rules/unthanked'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import { hoursLater } from '../support/entry'
import { anEvent, anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { crew, givers, sessions } from '../support/shanghai'
import { aGift, refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const nothing = {
  headline: '',
  headlineEn: null,
  opening: '',
  openingEn: null,
  icebreaker: '',
  icebreakerEn: null,
  raffle: '',
  raffleEn: null,
  closing: '',
  closingEn: null,
}
const noNote = { body: '', bodyEn: null, highlightKind: 'none' as const, highlights: '', highlightsEn: null }

async function aStop() {
  const event = await anEvent({ published: true, startsAt: new Date(Date.now() - 86_400_000) })
  return { event, scope: await anOrganizerOf('recap.edit', event) }
}

async function aTalk(scope: EventScope<'recap.edit'>) {
  const at = { eventId: scope.eventId, position: 1, durationMinutes: 30 }
  return database().talk.create({ data: { ...at, kind: 'talk', title: '一个AIGCER的悲观论调' } })
}

test('the whole Shanghai stop fits, and nobody in it is left unthanked', async () => {
  const { event, scope } = await aStop()
  const ledger = await anOrganizerOf('sponsors.edit', event)
  for (const giver of givers) {
    for (const gift of giver.gifts) {
      const named = { sponsorName: giver.sponsor, thanks: giver.contacts.join('、'), status: 'received' as const }
      await addGift(ledger, aGift({ ...named, ...gift, admits: gift.admits ?? null }))
    }
  }
  await database().gift.updateMany({ where: scope.within, data: { status: 'thanked' } })
  for (const [index, name] of crew.entries()) {
    await database().volunteer.create({ data: { eventId: event.id, name, leads: index === 0, position: index } })
  }
  for (const [position, session] of sessions.entries()) {
    const { kind, title } = session
    const talk = await database().talk.create({
      data: { eventId: event.id, kind, title, position, durationMinutes: 30 },
    })
    for (const [at, [name, organisation, role]] of session.people.entries()) {
      const speaker = await database().speaker.create({
        data: { seriesId: event.seriesId, name, organisation, position: role },
      })
      const key = { eventId: event.id, talkId: talk.id, speakerId: speaker.id, seriesId: event.seriesId }
      await database().talkPerson.create({ data: { ...key, role: 'speaker', position: at } })
    }
  }
  const data = await findRecap(scope)
  const text = recapMarkdown(composeRecap(data, 'zh'), 'zh')
  const owed = [
    ...crew,
    ...givers.flatMap((giver) => [giver.sponsor, ...giver.contacts, ...giver.gifts.map((gift) => gift.title)]),
  ]
  const onStage = sessions.flatMap((session) => [session.title, ...session.people.flat()])
  for (const fact of [...owed, ...onStage]) expect(text).toContain(fact)
  expect(leftUnthanked(data, 'zh', text)).toEqual([])
})

test('a sponsor who gave at every stop so far is known for it', async () => {
  const { event, scope } = await aStop()
  const earlier = await anEvent({
    seriesId: event.seriesId,
    published: true,
    startsAt: new Date(Date.now() - 9 * 86_400_000),
  })
  const both = { sponsorName: '联想YOGA', title: '双肩包' }
  await addGift(await anOrganizerOf('sponsors.edit', event), aGift(both))
  await addGift(await anOrganizerOf('sponsors.edit', event), aGift({ sponsorName: '极客公园', title: 'AR眼镜' }))
  await addGift(await anOrganizerOf('sponsors.edit', earlier), aGift(both))
  const { gifts } = await findRecap(scope)
  expect(gifts.map(({ sponsor }) => [sponsor.name, sponsor.everyStop])).toEqual([
    ['联想YOGA', true],
    ['极客公园', false],
  ])
})

test('nobody sees the recap before it is published, nor after it was taken back', async () => {
  const { event, scope } = await aStop()
  const published = await publishedEvent({ id: event.id })
  if (!published) throw new Error('the stop is not public')
  expect(await publicRecap(published)).toBeNull()
  await publishRecap(scope)
  expect((await publicRecap(published))?.event.city).toBe('上海')
  expect(await refusalOf(publishRecap(scope))).toBe('recap.published-already')
  await unpublishRecap(scope)
  expect(await publicRecap(published)).toBeNull()
  expect(await refusalOf(unpublishRecap(scope))).toBe('recap.not-published')
})

test('the public recap names people and gives no way to reach them', async () => {
  const { event, scope } = await aStop()
  const ledger = await anOrganizerOf('sponsors.edit', event)
  await addGift(ledger, aGift({ note: 'canary', delivery: 'canary' }))
  await database().sponsorContact.updateMany({
    where: { seriesId: event.seriesId },
    data: { email: 'canary@example.com', phone: '+8613800000000', wechat: 'canary' },
  })
  await publishRecap(scope)
  const published = await publishedEvent({ id: event.id })
  const text = JSON.stringify(published && (await publicRecap(published)))
  expect(text).toContain('虎哥')
  expect(text).not.toMatch(/canary|1380000/)
})

test('the recap of a draft stop cannot be published', async () => {
  const scope = await anOrganizerOf('recap.edit', await anEvent())
  expect(await refusalOf(publishRecap(scope))).toBe('recap.stop-not-published')
})

test('the recap of a stop that has not begun can be written, not published and not called complete', async () => {
  const event = await anEvent({ published: true })
  const scope = await anOrganizerOf('recap.edit', event)
  await saveRecap(scope, { ...nothing, version: 0, headline: '一' })
  expect(await refusalOf(publishRecap(scope))).toBe('recap.not-begun')
  expect(await refusalOf(completeRecap(scope))).toBe('recap.not-begun')
  await hoursLater(event.id, 31 * 24)
  await publishRecap(scope)
})

test('two people writing the recap: the second is shown what the first wrote', async () => {
  const { scope } = await aStop()
  const answers = await Promise.allSettled([
    saveRecap(scope, { ...nothing, version: 0, headline: '一' }),
    saveRecap(scope, { ...nothing, version: 0, headline: '二' }),
  ])
  const late = answers.find((answer) => answer.status === 'rejected')?.reason
  expect(late).toBeInstanceOf(ChangedMeanwhile)
  const kept = (await findRecap(scope)).written
  expect(late.version).toBe(kept?.version)
  expect(late.current.headline).toBe(kept?.headline)
})

test('what was said in a talk is kept, by the version that was seen', async () => {
  const { scope } = await aStop()
  const { id } = await aTalk(scope)
  const note = { ...noNote, talkId: id, highlightKind: 'questions' as const, highlights: '会失业吗？' }
  await saveTalkNote(scope, { ...note, version: 0 })
  await saveTalkNote(scope, { ...note, version: 1, body: '讲了隐忧。' })
  await expect(saveTalkNote(scope, { ...note, version: 1 })).rejects.toThrow(ChangedMeanwhile)
  expect((await findRecap(scope)).talks[0]?.note).toMatchObject({
    body: '讲了隐忧。',
    highlightKind: 'questions',
    version: 2,
  })
})

test('a talk of another event is not found', async () => {
  const mine = (await aStop()).scope
  const { id } = await aTalk((await aStop()).scope)
  expect(await refusalOf(saveTalkNote(mine, { ...noNote, talkId: id, version: 0 }))).toBe('form.not-found')
})

test('a viewer or a door may not write the recap', async () => {
  const event = await anEvent()
  for (const role of ['viewer', 'door', 'host'] as const) {
    const viewer = await aPerson()
    await giveRole(viewer, role, { seriesId: event.seriesId, eventId: event.id })
    expect(await eventScope(viewer, { id: event.id }, 'recap.edit'), role).toBeNull()
  }
})
