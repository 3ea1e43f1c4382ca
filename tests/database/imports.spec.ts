import { database } from '@/lib/database/client'
import { addGift } from '@/lib/prizes/commands/gifts'
import { bringIn, keepTable } from '@/lib/prizes/commands/imports'
import { findImport } from '@/lib/sponsors/queries/imports'
import { anOrganizerOf } from '../support/factories'
import { messyTable } from '../support/messy-sponsors'
import { aGift, refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

test('516 messy rows come in at once: sponsors and people once each, units as many as were counted', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const id = await keepTable(scope, messyTable())
  const preview = await findImport(scope, id)
  const coming = preview?.rows.filter(({ skipped }) => !skipped) ?? []
  const brought = await bringIn(scope, { id, status: 'pledged' })
  const sponsors = new Set(coming.map(({ sponsor }) => sponsor.toLowerCase()))
  expect(brought.sponsors).toBe(sponsors.size)
  const gifts = await database().gift.findMany({
    where: scope.within,
    include: { prize: { include: { units: true } } },
  })
  expect(gifts).toHaveLength(brought.gifts)
  expect(new Set(gifts.map(({ sponsorId, title }) => `${sponsorId}/${title}`)).size).toBe(gifts.length)
  for (const { prize, quantity } of gifts) if (prize) expect(prize.units).toHaveLength(quantity ?? 0)
  expect(
    (await database().sponsorImport.findUniqueOrThrow({ where: scope.key(id) })).text,
    'the pasted text is gone',
  ).toBe('')
  expect(await findImport(scope, id)).toBeNull()
})

test('the same table brought in twice changes nothing the second time', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const known = await addGift(scope, aGift({ sponsorName: 'Example Ltd', title: 'Stickers', quantity: 9 }))
  const table = 'sponsor,prize,qty,contact\nexample ltd,Stickers,5,Robin\nExample Ltd,Mugs,2,Robin'
  const id = await keepTable(scope, table)
  expect(await bringIn(scope, { id, status: 'pledged' })).toEqual({ sponsors: 0, contacts: 1, gifts: 1 })
  expect(await refusalOf(bringIn(scope, { id, status: 'pledged' }))).toBe('imports.done-already')
  const again = await keepTable(scope, table)
  expect(await bringIn(scope, { id: again, status: 'pledged' })).toEqual({ sponsors: 0, contacts: 0, gifts: 0 })
  expect((await database().gift.findUniqueOrThrow({ where: scope.key(known) })).quantity).toBe(9)
})

test('a text that is no table, and a table of another event, are answered clearly', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  expect(await refusalOf(keepTable(scope, 'a,"b\nc'))).toBe('imports.unreadable')
  expect(await refusalOf(keepTable(scope, Array.from({ length: 2_005 }, (_, n) => `s${n}\tg`).join('\n')))).toBe(
    'imports.too-many-rows',
  )
  const id = await keepTable(scope, 'Example Ltd\tStickers')
  const other = await anOrganizerOf('sponsors.edit')
  expect(await refusalOf(bringIn(other, { id, status: 'draft' }))).toBe('form.not-found')
  expect(await findImport(other, id)).toBeNull()
})
