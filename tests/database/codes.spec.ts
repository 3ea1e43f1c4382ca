import { database } from '@/lib/database/client'
import { takeBackWin } from '@/lib/draws/commands/handover'
import { revealCode } from '@/lib/draws/commands/reveal'
import { listMyCodes } from '@/lib/draws/queries/codes'
import { holderOf, makeLink } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { sealCodes, withdrawCodes } from '@/lib/prizes/commands/codes'
import { editOwnGift, logGift } from '@/lib/prizes/commands/gifts'
import { receiveGift } from '@/lib/prizes/commands/receive'
import { takeBackHandOver } from '@/lib/prizes/commands/units'
import { listUnits } from '@/lib/prizes/queries/units'
import { codesIn } from '@/lib/prizes/rules/codes'
import { aRaffle, goOn, locked } from '../support/draws'
import { anOrganizerOf } from '../support/factories'
import { aDesk, aDeskGift, refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const list = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `CANARY-${from + n}-CODE`).join('\n')

async function aCodePrize(quantity: number | null, scope?: EventScope<'sponsors.edit'>) {
  const at = scope ?? (await anOrganizerOf('sponsors.edit'))
  const { desk } = await aDesk(at)
  const id = await logGift(desk, aDeskGift({ sort: 'prize-code', title: '年卡', quantity, thanks: '' }))
  return {
    scope: at,
    desk,
    id,
    seal: (text: string, raise = false) => sealCodes(desk, { id, raise, ...codesIn(text) }),
  }
}

async function ticketOf(eventId: string, registrationId: string) {
  const { seriesId } = await database().event.findUniqueOrThrow({ where: { id: eventId } })
  const secret = await database().$transaction((tx) =>
    makeLink(tx, 'ticket', { seriesId, eventId, subjectId: registrationId }),
  )
  const ticket = await holderOf('ticket', secret)
  if (!ticket) throw new Error('the ticket does not open')
  return ticket
}

test('5,000 codes with duplicates are sealed in seconds, each once, and what is stored tells none', async () => {
  const { id, scope, seal } = await aCodePrize(null)
  const began = Date.now()
  expect(await seal(`${list(4_990)}\n${list(100)}`)).toEqual({ sealed: 4_990, twice: 100, without: 0 })
  expect(Date.now() - began).toBeLessThan(15_000)
  expect(await seal(list(5_000), true)).toEqual({ sealed: 10, twice: 4_990, without: 0 })
  expect(await seal(list(5_000))).toEqual({ sealed: 0, twice: 5_000, without: 0 })
  const [row] = await database().$queryRaw<{ all: string }[]>`
    SELECT string_agg(t::text, '') AS "all" FROM (
      SELECT c::text FROM prize_codes c WHERE prize_id = ${id}::uuid
      UNION ALL SELECT encode(sealed, 'escape') FROM prize_codes WHERE prize_id = ${id}::uuid
      UNION ALL SELECT a::text FROM activities a WHERE a.event_id = ${scope.eventId}::uuid
      UNION ALL SELECT k::text FROM request_keys k
    ) t(t)`
  expect(row?.all).not.toContain('CANARY')
})

test('a list longer than the units is refused whole, or raises them when told so; with no number said it says it', async () => {
  const { scope, id, seal } = await aCodePrize(3)
  expect(await refusalOf(seal(list(5)))).toBe('prizes.more-codes')
  expect(await database().prizeCode.count({ where: { ...scope.within, prizeId: id } })).toBe(0)
  expect(await seal(list(5), true)).toEqual({ sealed: 5, twice: 0, without: 0 })
  expect(await listUnits(scope, id)).toHaveLength(5)
  const open = await aCodePrize(null)
  expect(await open.seal(list(4))).toEqual({ sealed: 4, twice: 0, without: 0 })
  expect(await listUnits(open.scope, open.id)).toHaveLength(4)
  expect(await refusalOf(open.seal(list(10_000, 100), true))).toBe('prizes.codes-too-many')
})

test('codes are taken back or replaced before the draw, and counting them away is refused', async () => {
  const { scope, desk, id, seal } = await aCodePrize(3)
  await seal(list(3))
  expect(await refusalOf(receiveGift(scope, { id, counted: 2 }))).toBe('prizes.codes-there')
  const fewer = aDeskGift({ sort: 'prize-code', title: '年卡', quantity: 2, thanks: '' })
  expect(await refusalOf(editOwnGift(desk, { id, version: 1, ...fewer }))).toBe('prizes.codes-there')
  expect(await refusalOf(editOwnGift(desk, { id, version: 1, ...fewer, sort: 'food' }))).toBe('prizes.codes-there')
  expect(await withdrawCodes(desk, id)).toBe(3)
  expect(await seal(list(3, 100))).toMatchObject({ sealed: 3 })
})

test('a code goes to its winner only, who came forward, as often as they look; afterwards it stays', async () => {
  const { event, scope: stage } = await aRaffle({ people: 6, prizes: [] })
  const scope = await anOrganizerOf('sponsors.edit', event)
  const { desk, id, seal } = await aCodePrize(2, scope)
  await seal(list(1))
  await locked(stage)
  expect(await refusalOf(withdrawCodes(desk, id))).toBe('prizes.codes-frozen')
  while (await goOn(stage)) {}
  const wins = await database().drawWin.findMany({ where: scope.within, include: { unit: true } })
  const [first, second] = [1, 2].map((number) => wins.find(({ unit }) => unit.number === number))
  if (!first || !second) throw new Error('two were drawn')
  const [one, two] = [await ticketOf(event.id, first.registrationId), await ticketOf(event.id, second.registrationId)]
  expect(await listMyCodes(one)).toMatchObject([
    { unitId: first.prizeUnitId, title: '年卡', here: true, revealedAt: null },
  ])
  expect(await refusalOf(revealCode(two, first.prizeUnitId))).toBe('form.not-found')
  expect(await refusalOf(revealCode(two, second.prizeUnitId))).toBe('prizes.code-not-here')
  expect(await revealCode(one, first.prizeUnitId)).toBe('CANARY-0-CODE')
  expect(await revealCode(one, first.prizeUnitId)).toBe('CANARY-0-CODE')
  // Brought late, it is there for whoever waited for it.
  await seal(list(1, 7))
  expect(await revealCode(two, second.prizeUnitId)).toBe('CANARY-7-CODE')
  const units = await listUnits(scope, id)
  expect(units.map(({ status, steps }) => [status, steps[0]?.how])).toEqual([
    ['handed_over', 'code'],
    ['handed_over', 'code'],
  ])
  // A code that somebody has seen is theirs: it must not be drawn again for somebody else.
  const door = await anOrganizerOf('checkin.run', event)
  expect(await refusalOf(takeBackHandOver(door, first.prizeUnitId))).toBe('prizes.code-seen')
  expect(await refusalOf(takeBackWin(scope, { win: first.id, to: 'in_stock' }))).toBe('hat.not-waiting')
  const back = { where: scope.key(first.prizeUnitId), data: { status: 'won' } as const }
  await expect(database().prizeUnit.update(back)).rejects.toThrow(/prize_units_code_seen/)
  const key = { eventId: event.id, unitId: first.prizeUnitId }
  await expect(database().prizeCode.delete({ where: { key } })).rejects.toThrow(/prize_codes_frozen/)
  const swapped = database().prizeCode.update({ where: { key }, data: { sealed: new Uint8Array(40) } })
  await expect(swapped).rejects.toThrow(/prize_codes_frozen/)
})

test('codes of another sponsor, and of things, are not taken', async () => {
  const { scope, id } = await aCodePrize(3)
  const stranger = (await aDesk(scope)).desk
  const other = await aCodePrize(1)
  for (const desk of [stranger, other.desk]) {
    expect(await refusalOf(sealCodes(desk, { id, raise: false, ...codesIn(list(1)) }))).toBe('form.not-found')
    expect(await refusalOf(withdrawCodes(desk, id))).toBe('form.not-found')
  }
  const thing = await logGift(stranger, aDeskGift({ thanks: '' }))
  const act = sealCodes(stranger, { id: thing, raise: false, ...codesIn(list(1)) })
  expect(await refusalOf(act)).toBe('prizes.not-a-code-prize')
})
