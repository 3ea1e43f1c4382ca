import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { holderOf } from '@/lib/people/holder'
import {
  addGift,
  answerAsk,
  editOwnGift,
  logGift,
  removeGift,
  restoreGift,
  restoreOwnGift,
  stepGift,
  withdrawGift,
} from '@/lib/prizes/commands/gifts'
import {
  addContact,
  editContact,
  makeDeskLink,
  removeContact,
  restoreContact,
  revokeDeskLinks,
} from '@/lib/sponsors/commands/contacts'
import {
  addSponsor,
  editOwnSponsor,
  editSponsor,
  removeSponsor,
  restoreSponsor,
} from '@/lib/sponsors/commands/sponsors'
import { findDesk } from '@/lib/sponsors/queries/desk'
import { findSponsor, listGifts, listSponsors } from '@/lib/sponsors/queries/gifts'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import { anEvent, anOrganizerOf } from '../support/factories'
import { aDesk, aDeskGift, aGift, deskOf, refusalOf, unitsOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const words = { nameEn: null, link: '', blurb: '', blurbEn: null }

test('a sponsor is remembered by the series, at the next stop too', async () => {
  const first = await anOrganizerOf('sponsors.edit')
  await addGift(first, aGift({ sponsorName: '联想YOGA' }))
  const next = await anEvent({ seriesId: first.seriesId })
  const second = await anOrganizerOf('sponsors.edit', next)
  await addGift(second, aGift({ sponsorName: '联想YOGA', title: '雨伞', quantity: null }))
  const [sponsor, ...others] = await listSponsors(second)
  expect(others).toEqual([])
  expect(sponsor).toMatchObject({ name: '联想YOGA', gifts: 1 })
  expect((await findSponsor(second, sponsor?.id ?? ''))?.gifts.map(({ title }) => title)).toEqual([
    '雨伞',
    '小浣熊抱枕',
  ])
})

test('two sponsors of a series cannot have the same name, until one is removed', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const id = await addSponsor(scope, { kind: 'organisation', name: '极客公园', ...words })
  const again = () => addSponsor(scope, { kind: 'person', name: '极客公园', ...words })
  expect(await refusalOf(again())).toBe('sponsors.name-taken')
  await removeSponsor(scope, id)
  await restoreSponsor(scope, id)
  expect(await refusalOf(again())).toBe('sponsors.name-taken')
  await removeSponsor(scope, id)
  expect(await refusalOf(again())).toBe('done')
  expect(await refusalOf(restoreSponsor(scope, id))).toBe('sponsors.name-taken')
})

test('a sponsor with gifts stays on the list', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const gift = await addGift(scope, aGift())
  const [sponsor] = await listSponsors(scope)
  const id = sponsor?.id ?? ''
  expect(await refusalOf(removeSponsor(scope, id))).toBe('sponsors.has-gifts')
  const byHand = database().sponsor.update({ where: scope.seriesKey(id), data: { removedAt: new Date() } })
  await expect(byHand).rejects.toThrow(/sponsors_with_gifts_stay/)
  await removeGift(scope, gift)
  await removeSponsor(scope, id)
  expect(await refusalOf(restoreGift(scope, gift))).toBe('sponsors.giver-gone')
  await restoreSponsor(scope, id)
  expect(await refusalOf(restoreGift(scope, gift))).toBe('done')
})

test('sponsors and contacts of another series are not found by any command', async () => {
  const mine = await anOrganizerOf('sponsors.edit')
  const { sponsorId, contactId } = await aDesk(await anOrganizerOf('sponsors.edit'))
  const contact = { name: 'x', email: null, phone: null, wechat: '' }
  for (const act of [
    () => editSponsor(mine, { id: sponsorId, version: 1, kind: 'person', name: 'x', ...words }),
    () => removeSponsor(mine, sponsorId),
    () => restoreSponsor(mine, sponsorId),
    () => addContact(mine, { sponsorId, ...contact }),
    () => editContact(mine, { id: contactId, version: 1, ...contact }),
    () => removeContact(mine, contactId),
    () => restoreContact(mine, contactId),
    () => makeDeskLink(mine, contactId),
  ]) {
    expect(await refusalOf(act())).toBe('form.not-found')
  }
  expect(await refusalOf(revokeDeskLinks(mine, contactId))).toBe('sponsors.no-link')
  expect(await findSponsor(mine, sponsorId)).toBeNull()
})

test('whoever edits an older contact is shown what stands there now', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { contactId } = await aDesk(scope, { contact: 'Jessy' })
  const contact = { id: contactId, name: 'Jessy', email: null, phone: null, wechat: 'jessy' }
  await editContact(scope, { ...contact, version: 1 })
  const late = editContact(scope, { ...contact, wechat: 'other', version: 1 })
  await expect(late).rejects.toThrow(ChangedMeanwhile)
  await late.catch((error: ChangedMeanwhile) => expect(error.current).toMatchObject({ wechat: 'jessy' }))
})

test('a sponsor logs a prize at the desk, posted fifty times at once; it is promised at once, with its units', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { desk } = await aDesk(scope, { contact: '虎哥' })
  const once = { key: randomUUID(), input: {} }
  const input = aDeskGift({ quantity: 10, thanks: '虎哥' })
  const ids = await Promise.all(Array.from({ length: 50 }, () => logGift(desk, input, once)))
  expect(new Set(ids).size).toBe(1)
  const [gift] = await listGifts(scope)
  expect(gift).toMatchObject({ status: 'pledged', title: '小浣熊抱枕', quantity: 10, thanks: ['虎哥'] })
  expect(await unitsOf(scope, gift?.id ?? '')).toHaveLength(10)
  expect((await findDesk(desk))?.gifts.map(({ title }) => title)).toEqual(['小浣熊抱枕'])
  expect(await database().sponsorContact.count({ where: scope.withinSeries })).toBe(1)
})

test('a desk shows neither plans nor what others give nor the organiser’s notes', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { desk } = await aDesk(scope, { sponsor: '出门问问' })
  const mine = { sponsorName: '出门问问', note: 'canary' }
  await addGift(scope, aGift({ ...mine, title: 'planned', status: 'draft' }))
  await addGift(scope, aGift({ ...mine, title: 'asked', status: 'asked' }))
  await addGift(scope, aGift({ sponsorName: '别家', title: 'foreign' }))
  const seen = await findDesk(desk)
  expect(seen?.gifts.map(({ title }) => title)).toEqual(['asked'])
  expect(JSON.stringify(seen)).not.toContain('canary')
})

test('no command of a desk reaches a gift of another sponsor, another event or a mere plan', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { desk } = await aDesk(scope, { sponsor: '出门问问' })
  const foreign = await addGift(scope, aGift({ sponsorName: '别家' }))
  const plan = await addGift(scope, aGift({ sponsorName: '出门问问', status: 'draft' }))
  const elsewhere = await anOrganizerOf('sponsors.edit', await anEvent({ seriesId: scope.seriesId }))
  const away = await addGift(elsewhere, aGift({ sponsorName: '出门问问' }))
  for (const id of [foreign, plan, away]) {
    for (const act of [
      () => editOwnGift(desk, { id, version: 1, ...aDeskGift() }),
      () => answerAsk(desk, { id, from: 'asked', to: 'pledged' }),
      () => withdrawGift(desk, id),
      () => restoreOwnGift(desk, id),
    ]) {
      expect(await refusalOf(act())).toBe('form.not-found')
    }
  }
})

test('the sponsor edits and withdraws until the gift has arrived, not after', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { desk } = await aDesk(scope)
  const id = await logGift(desk, aDeskGift({ quantity: null }))
  await editOwnGift(desk, { id, version: 1, ...aDeskGift({ quantity: 2 }) })
  await withdrawGift(desk, id)
  expect((await findDesk(desk))?.gifts).toEqual([])
  await restoreOwnGift(desk, id)
  await stepGift(scope, { id, from: 'pledged', to: 'received' })
  expect(await refusalOf(editOwnGift(desk, { id, version: 2, ...aDeskGift() }))).toBe('sponsors.gift-arrived')
  expect(await refusalOf(withdrawGift(desk, id))).toBe('sponsors.gift-arrived')
  await removeGift(scope, id)
  expect(await refusalOf(restoreOwnGift(desk, id))).toBe('sponsors.gift-arrived')
})

test('somebody late at the desk is not told the organiser’s note', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { desk } = await aDesk(scope, { sponsor: '出门问问' })
  const id = await addGift(scope, aGift({ sponsorName: '出门问问', note: 'canary', titleEn: 'canary' }))
  await editOwnGift(desk, { id, version: 1, ...aDeskGift({ title: '手表' }) })
  const late = editOwnGift(desk, { id, version: 1, ...aDeskGift() })
  await expect(late).rejects.toThrow(ChangedMeanwhile)
  await late.catch((error: ChangedMeanwhile) => {
    expect(error.current).toMatchObject({ title: '手表' })
    expect(JSON.stringify(error.current)).not.toContain('canary')
  })
  expect(await listGifts(scope)).toMatchObject([{ note: 'canary', titleEn: 'canary', title: '手表' }])
})

test('an ask is answered at the desk with yes or no, and the answer can be taken back', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { desk } = await aDesk(scope, { sponsor: '出门问问' })
  const id = await addGift(scope, aGift({ sponsorName: '出门问问', status: 'asked' }))
  await answerAsk(desk, { id, from: 'asked', to: 'declined' })
  await answerAsk(desk, { id, from: 'declined', to: 'asked' })
  await answerAsk(desk, { id, from: 'asked', to: 'pledged' })
  expect(await listGifts(scope)).toMatchObject([{ status: 'pledged' }])
  expect(await refusalOf(answerAsk(desk, { id, from: 'pledged', to: 'received' }))).toBe('sponsors.no-such-step')
})

test('the sponsor writes how it appears, and nothing of another sponsor', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { desk, sponsorId } = await aDesk(scope)
  const other = await aDesk(scope)
  await editOwnSponsor(desk, { version: 1, name: '联想YOGA', ...words, blurb: '每一站都在' })
  expect(await findSponsor(scope, sponsorId)).toMatchObject({ name: '联想YOGA', blurb: '每一站都在' })
  expect(await refusalOf(editOwnSponsor(other.desk, { version: 1, name: '联想YOGA', ...words }))).toBe(
    'sponsors.name-taken',
  )
})

test('a revoked link opens nothing; a removed contact’s link opens nothing until they are back', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { contactId, secret, desk } = await aDesk(scope)
  await removeContact(scope, contactId)
  expect(await findDesk(desk)).toBeNull()
  expect(await refusalOf(logGift(desk, aDeskGift()))).toBe('form.not-found')
  await restoreContact(scope, contactId)
  expect(await findDesk(await deskOf(secret))).not.toBeNull()
  await revokeDeskLinks(scope, contactId)
  expect(await holderOf('desk', secret)).toBeNull()
})

test('the link’s secret is kept nowhere', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { secret } = await aDesk(scope)
  const [found] = await database().$queryRaw<{ hits: bigint }[]>`
    SELECT (SELECT count(*) FROM secret_links l WHERE l::text LIKE ${`%${secret}%`})
      + (SELECT count(*) FROM request_keys k WHERE k::text LIKE ${`%${secret}%`})
      + (SELECT count(*) FROM activities a WHERE a::text LIKE ${`%${secret}%`}) AS hits`
  expect(Number(found?.hits)).toBe(0)
})
