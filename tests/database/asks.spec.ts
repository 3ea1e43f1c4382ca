import { database } from '@/lib/database/client'
import { eventScope } from '@/lib/people/scope'
import { askFor, markSilent } from '@/lib/prizes/commands/asks'
import { addGift, answerAsk, stepGift } from '@/lib/prizes/commands/gifts'
import { addNeed, removeNeed } from '@/lib/sponsors/commands/needs'
import { findDesk } from '@/lib/sponsors/queries/desk'
import { listNeeds } from '@/lib/sponsors/queries/needs'
import { askSchema } from '@/lib/sponsors/schema/needs'
import { Refusal } from '@/lib/values/refusal'
import { anEvent, anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { aNeed } from '../support/needs'
import { aGift, deskOf, refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const anAsk = (need: string, given: Record<string, string> = {}) =>
  askSchema.parse({ need, sponsorName: '联想YOGA', contactName: '问号', language: 'zh', ...given })

async function twoOrganizers() {
  const event = await anEvent({ published: true })
  const scopes = await Promise.all(
    ['王敏', '李响'].map(async (name) => {
      const person = await aPerson({ name })
      await giveRole(person, 'organizer', { seriesId: event.seriesId })
      const scope = await eventScope(person, { id: event.id }, 'sponsors.edit')
      if (!scope) throw new Error('no proof')
      return scope
    }),
  )
  const [first, second] = scopes as [(typeof scopes)[0], (typeof scopes)[0]]
  const need = await addNeed(
    first,
    aNeed({ title: '双肩包', titleEn: 'Backpacks', sort: 'prize-thing', quantity: '6' }),
  )
  return { first, second, need }
}

const answersOf = async (scope: Parameters<typeof listNeeds>[0]) =>
  (await listNeeds(scope)).flatMap(({ asks }) => asks.map(({ by, contact, answer }) => [by, contact, answer]))

test('an ask is one message with a link, and stands filled in at the sponsor’s desk', async () => {
  const { first, need } = await twoOrganizers()
  const { text, giftId } = await askFor(first, anAsk(need))
  expect(text).toContain('问号，你好')
  expect(text).toContain('双肩包 6 份')
  const secret = /\/d\/([\w-]{27})/.exec(text)?.[1] ?? ''
  const desk = await findDesk(await deskOf(secret))
  expect(desk?.gifts).toMatchObject([
    { id: giftId, title: '双肩包', quantity: 6, status: 'asked', prize: { kind: 'thing' } },
  ])
  const english = await askFor(first, anAsk(need, { language: 'en', sponsorName: 'Slowboat', contactName: 'Captain' }))
  expect(english.text).toContain('Backpacks × 6')
  expect(english.text).toMatch(/^Hello Captain/)
})

test('nobody is asked twice by two people: the second is told who and when, and may ask all the same', async () => {
  const { first, second, need } = await twoOrganizers()
  await askFor(first, anAsk(need))
  const again = await askFor(second, anAsk(need)).catch((error: Refusal) => error)
  expect(again).toBeInstanceOf(Refusal)
  expect(again).toMatchObject({
    code: 'needs.asked-already',
    about: { field: 'again', values: { by: '王敏', sponsor: '联想YOGA', what: '双肩包' } },
  })
  await askFor(second, anAsk(need, { again: 'on' }))
  expect(await answersOf(first)).toEqual([
    ['王敏', '问号', null],
    ['李响', '问号', null],
  ])
  expect(await database().gift.count({ where: first.within }), 'still one thing asked for').toBe(1)
})

test('two who ask at the same moment: one asks, one is warned', async () => {
  const { first, second, need } = await twoOrganizers()
  const answers = await Promise.all([first, second].map((scope) => refusalOf(askFor(scope, anAsk(need)))))
  expect(answers.sort()).toEqual(['done', 'needs.asked-already'])
  expect(await database().ask.count({ where: first.within })).toBe(1)
})

test('the promise itself: two open asks for one need at one sponsor cannot be stored', async () => {
  const { first, need } = await twoOrganizers()
  const { giftId } = await askFor(first, anAsk(need))
  const { sponsorId } = await database().gift.findUniqueOrThrow({ where: first.key(giftId) })
  const row = { ...first.within, ...first.withinSeries, needId: need, giftId, sponsorId }
  await expect(database().ask.create({ data: row })).rejects.toThrow(/Unique constraint/)
  await database().ask.create({ data: { ...row, again: true } })
})

test('what came of an ask follows the gift, whoever moves it', async () => {
  const { first, need } = await twoOrganizers()
  const { text, giftId } = await askFor(first, anAsk(need))
  const desk = await deskOf(/\/d\/([\w-]{27})/.exec(text)?.[1] ?? '')
  const answer = async () => (await answersOf(first))[0]?.[2]
  await answerAsk(desk, { id: giftId, from: 'asked', to: 'declined' })
  expect(await answer()).toBe('no')
  await answerAsk(desk, { id: giftId, from: 'declined', to: 'asked' })
  expect(await answer()).toBeNull()
  const asks = await listNeeds(first)
  await markSilent(first, asks[0]?.asks[0]?.id ?? '')
  expect(await answer()).toBe('silent')
  await stepGift(first, { id: giftId, from: 'asked', to: 'pledged' })
  expect(await answer()).toBe('yes')
})

test('a press in the ledger notes who asked; a plan made for the sponsor before is asked, not doubled', async () => {
  const { first, need } = await twoOrganizers()
  const planned = await addGift(
    first,
    aGift({ sponsorName: '联想YOGA', title: '双肩包', quantity: 6, status: 'draft' }),
  )
  expect((await askFor(first, anAsk(need))).giftId).toBe(planned)
  const other = await addGift(first, aGift({ sponsorName: '慢船科技', title: '会员', status: 'draft' }))
  await stepGift(first, { id: other, from: 'draft', to: 'asked' })
  const asked = { where: { ...first.within, giftId: other }, select: { askedById: true } }
  expect(await database().ask.findMany(asked)).toEqual([{ askedById: first.actorId }])
  await stepGift(first, { id: other, from: 'asked', to: 'draft' })
  expect(await database().ask.findMany(asked)).toEqual([])
})

test('a need taken off is asked for no more, and an ask of another event is not found', async () => {
  const { first, need } = await twoOrganizers()
  await askFor(first, anAsk(need))
  const [asked] = await database().ask.findMany({ where: first.within })
  const mine = await anOrganizerOf('sponsors.edit')
  expect(await refusalOf(askFor(mine, anAsk(need)))).toBe('needs.gone')
  expect(await refusalOf(markSilent(mine, asked?.id ?? ''))).toBe('form.not-found')
  await removeNeed(first, need)
  expect(await refusalOf(askFor(first, anAsk(need, { again: 'on' })))).toBe('needs.gone')
})
