import { setTimeout as after } from 'node:timers/promises'
import { database } from '@/lib/database/client'
import { claimUnit, passOver } from '@/lib/draws/commands/claim'
import { armDraws, enterThrow, revealDraw, voidDraw } from '@/lib/draws/commands/draw'
import { lockHat } from '@/lib/draws/commands/hat'
import { closeSession } from '@/lib/draws/commands/plan'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { eventScope } from '@/lib/people/scope'
import { aRaffle, calledIn, dice, goOn, locked, planned, seen, viewed } from '../support/draws'
import { anEvent, anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

test('the log is only ever added to, and only behind its last record', async () => {
  const { scope } = await aRaffle({ people: 3, prizes: [['抱枕', 1]] })
  const { id } = await locked(scope)
  const where = { ...scope.within, sessionId: id }
  const record = await database().drawRecord.findFirstOrThrow({ where, orderBy: { i: 'desc' } })
  await expect(database().drawRecord.updateMany({ where, data: { type: 'close' } })).rejects.toThrow(/append_only/)
  await expect(database().drawRecord.deleteMany({ where })).rejects.toThrow(/append_only/)
  const next = { ...where, i: record.i + 1, prev: record.hash, hash: 'f'.repeat(64), type: 'close' }
  const put = (given: { i?: number; prev?: string }) => {
    const row = { ...next, ...given }
    return database().drawRecord.create({ data: { ...row, record: { i: row.i, prev: row.prev, type: row.type } } })
  }
  await expect(put({ i: record.i + 2 })).rejects.toThrow(/in_line/)
  await expect(put({ prev: '0'.repeat(64) })).rejects.toThrow(/in_line/)
  await expect(put({ i: 0, prev: '0'.repeat(64) })).rejects.toThrow(/in_line/)
})

const anEntry = (n: number) => ({ n, entryId: Buffer.alloc(32, n), label: 'x', salt: Buffer.alloc(16, n) })

test('the list is frozen by the lock; only erasing takes a name and a salt out of it', async () => {
  const { scope } = await aRaffle({ people: 4, prizes: [['抱枕', 4]] })
  const { id } = await locked(scope)
  const where = { ...scope.within, sessionId: id }
  const entries = await database().drawEntry.findMany({ where, orderBy: { n: 'asc' } })
  await expect(database().drawEntry.create({ data: { ...where, ...anEntry(99) } })).rejects.toThrow(/frozen/)
  await expect(database().drawEntry.updateMany({ where, data: { weight: 64 } })).rejects.toThrow(/frozen/)
  await expect(database().drawEntry.deleteMany({ where })).rejects.toThrow(/frozen/)
  const [first] = entries
  await database().registration.updateMany({
    where: { ...scope.within, id: first?.registrationId ?? '' },
    data: { contact: `erased:${first?.registrationId}` },
  })
  expect(await database().drawEntry.findFirst({ where: { ...where, n: 1 } })).toMatchObject({
    ...{ entryId: first?.entryId, label: null, salt: null, registrationId: null },
  })
})

test('an entry is of a session and of a person of its event, also while that person is deleted', async () => {
  const { event, scope } = await aRaffle({ people: 2, prizes: [['抱枕', 1]] })
  const other = await aRaffle({ people: 1, prizes: [['抱枕', 1]] })
  const sessionId = await planned(scope)
  const idIn = async (eventId: string) =>
    (await database().registration.findFirstOrThrow({ where: { eventId }, orderBy: { name: 'asc' } })).id
  const [mine, foreign] = [await idIn(event.id), await idIn(other.event.id)]
  const put = (given: { n: number; registrationId: string; sessionId?: string }) =>
    database().drawEntry.create({ data: { ...scope.within, sessionId, ...anEntry(given.n), ...given } })
  await expect(put({ n: 1, registrationId: foreign })).rejects.toThrow(/of_a_registration/)
  await expect(put({ n: 1, registrationId: mine, sessionId: mine })).rejects.toThrow(/of_a_session/)

  // Half of a deletion, and an entry in the middle of it: the entry waits, and then there is nobody to enter.
  const late = await database().$transaction(async (tx) => {
    await tx.registration.deleteMany({ where: { ...scope.within, id: mine } })
    const entering = put({ n: 1, registrationId: mine }).then(() => 'entered', String)
    expect(await Promise.race([entering, after(150, 'waits')])).toBe('waits')
    return { entering }
  })
  expect(await late.entering).toMatch(/of_a_registration/)

  // The other way round: the deletion waits, and then somebody is in the hat.
  const there = await idIn(event.id)
  const gone = await database().$transaction(async (tx) => {
    await tx.drawEntry.create({ data: { ...scope.within, sessionId, ...anEntry(2), registrationId: there } })
    const leaving = database()
      .registration.deleteMany({ where: { ...scope.within, id: there } })
      .then(() => 'gone', String)
    expect(await Promise.race([leaving, after(150, 'waits')])).toBe('waits')
    return { leaving }
  })
  expect(await gone.leaving).toMatch(/of_a_registration/)
  await expect(database().registration.updateMany({ where: { id: there }, data: { id: mine } })).rejects.toThrow(
    /of_a_registration/,
  )
})

test('whoever is erased between draw and claim cannot be opened any more, and the next takes their place', async () => {
  const { scope } = await aRaffle({ people: 5, prizes: [['抱枕', 1]] })
  const { id } = await locked(scope)
  for (let at = 0; at < 3; at++) await goOn(scope)
  const called = calledIn(await viewed(scope))
  const entry = await database().drawEntry.findFirstOrThrow({
    where: { ...scope.within, entryId: Buffer.from(called.entry, 'hex') },
  })
  const registrationId = entry.registrationId ?? ''
  await database().registration.updateMany({
    where: { ...scope.within, id: registrationId },
    data: { contact: `erased:${registrationId}` },
  })
  expect(await refusalOf(claimUnit(scope, called))).toBe('draws.erased')
  await passOver(scope, called)
  while (await goOn(scope));
  expect(verifyBundle(await exportBundle(scope, id))).toMatchObject({ follows: true, claims: 1 })
})

test('the same press fifty times from five tabs is one record', async () => {
  const { scope } = await aRaffle({ people: 6, prizes: [['抱枕', 2]] })
  const view = await locked(scope)
  const answers: string[] = []
  const tab = async () => {
    for (let press = 0; press < 10; press++) {
      answers.push(await refusalOf(armDraws(scope, { ...seen(view), draw: ['d1'] })))
    }
  }
  await Promise.all([tab(), tab(), tab(), tab(), tab()])
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
  expect(new Set(answers)).toEqual(new Set(['done', 'draws.moved-on']))
  await goOn(scope)
  await goOn(scope)
  const called = calledIn(await viewed(scope))
  const units = await Promise.all(Array.from({ length: 5 }, () => claimUnit(scope, called)))
  expect(new Set(units)).toEqual(new Set([1]))
  expect(await database().drawWin.count({ where: scope.within })).toBe(1)
})

test('fifteen dice are not enough, there is no second throw, and nothing is drawn before it', async () => {
  const { scope } = await aRaffle({ people: 6, prizes: [['抱枕', 1]] })
  await locked(scope)
  await goOn(scope)
  const view = await viewed(scope)
  const arm = view.armed?.arm ?? ''
  const reveal = (from: typeof view) => refusalOf(revealDraw(scope, { ...seen(from), arm, signature: '' }))
  const thrown = (from: typeof view, text: string) => refusalOf(enterThrow(scope, { ...seen(from), arm, text }))
  expect(await reveal(view)).toBe('draws.not-thrown')
  expect(await thrown(view, dice.slice(0, -2))).toBe('draws.small-throw')
  expect(await thrown(view, dice)).toBe('done')
  expect(await thrown(await viewed(scope), dice)).toBe('draws.thrown-already')
  expect(await reveal(await viewed(scope))).toBe('done')
})

test('a beacon cannot be used before its round, nor replaced by another', async () => {
  const { scope } = await aRaffle({ people: 6, prizes: [['抱枕', 1]] })
  await locked(scope, { preset: 'beacon' })
  await goOn(scope)
  const view = await viewed(scope)
  expect((view.armed?.beaconAt ?? 0) - Date.now()).toBeGreaterThan(25_000)
  const arm = view.armed?.arm ?? ''
  expect(await refusalOf(revealDraw(scope, { ...seen(view), arm, signature: 'a'.repeat(96) }))).toBe('draws.not-yet')
})

test('a server whose clock is two days off writes the time of the database, and waits for the beacon by it', async () => {
  const { scope } = await aRaffle({ people: 6, prizes: [['抱枕', 1]] })
  const { id } = await locked(scope, { preset: 'beacon' })
  const view = await viewed(scope)
  const { now } = Date
  Date.now = () => now() + 2 * 86_400_000
  try {
    await armDraws(scope, { ...seen(view), draw: ['d1'] })
    const arm = (await viewed(scope)).armed?.arm ?? ''
    const early = { ...seen(await viewed(scope)), arm, signature: 'a'.repeat(96) }
    expect(await refusalOf(revealDraw(scope, early))).toBe('draws.not-yet')
  } finally {
    Date.now = now
  }
  const { rec } = (await exportBundle(scope, id))?.log.at(-1) ?? {}
  expect(Math.abs(Date.parse(rec?.t ?? '') - now())).toBeLessThan(60_000)
})

test('only those who may run the stage get the proof for it, and a session of another event is not found', async () => {
  const event = await anEvent()
  for (const [role, may] of [
    ['host', true],
    ['editor', false],
    ['viewer', false],
    ['door', false],
  ] as const) {
    const viewer = await aPerson()
    await giveRole(viewer, role, { seriesId: event.seriesId, eventId: event.id })
    expect((await eventScope(viewer, { id: event.id }, 'stage.run')) !== null, role).toBe(may)
  }
  const { scope } = await aRaffle({ people: 3, prizes: [['抱枕', 1]] })
  const view = await locked(scope)
  const other = await anOrganizerOf('stage.run')
  const hash = view.lock?.hash ?? ''
  expect(await exportBundle(other, view.id)).toBeNull()
  for (const act of [
    () => lockHat(other, { ...seen(view), who: 'confirmed' }),
    () => armDraws(other, { ...seen(view), draw: ['d1'] }),
    () => enterThrow(other, { ...seen(view), arm: hash, text: dice }),
    () => revealDraw(other, { ...seen(view), arm: hash, signature: '' }),
    () => voidDraw(other, { ...seen(view), arm: hash, reason: 'x', signature: '' }),
    () => claimUnit(other, { session: view.id, result: hash, entry: hash }),
    () => passOver(other, { session: view.id, result: hash, entry: hash }),
    () => closeSession(other, seen(view)),
  ]) {
    expect(await refusalOf(act())).toBe('form.not-found')
  }
})
