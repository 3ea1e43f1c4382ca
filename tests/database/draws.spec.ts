import { expect, test } from '@playwright/test'
import { database } from '@/lib/database/client'
import { claimUnit, passOver } from '@/lib/draws/commands/claim'
import { armDraws, enterThrow, revealDraw, voidDraw } from '@/lib/draws/commands/draw'
import { lockHat } from '@/lib/draws/commands/hat'
import { closeSession } from '@/lib/draws/commands/plan'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { eventScope } from '@/lib/people/scope'
import { absentNow, aRaffle, calledIn, dice, goOn, locked, planned, seen, viewed } from '../support/draws'
import { anEvent, anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { refusalOf } from '../support/sponsors'

test('a whole evening: the Shanghai prizes, 180 people, three absents and one void, and the record follows', async () => {
  test.setTimeout(120_000)
  const { scope } = await aRaffle()
  const { id, lock } = await locked(scope)
  expect(lock?.count).toBe(180)
  for (let absents = 0, voids = 0; ; ) {
    const view = await viewed(scope)
    if (view.step.step === 'claim' && absents < 3) {
      absents++
      await absentNow(scope)
    } else if (view.step.step === 'reveal' && voids === 0) {
      voids++
      await voidDraw(scope, { ...seen(view), arm: view.step.arm, reason: '一颗骰子滚下了台', signature: '' })
    } else if (!(await goOn(scope))) break
  }
  await closeSession(scope, seen(await viewed(scope)))
  const bundle = await exportBundle(scope, id)
  const units = (await viewed(scope)).draws.reduce((sum, draw) => sum + draw.units, 0)
  expect(verifyBundle(bundle)).toMatchObject({ follows: true, people: 180, claims: units, voids: 1 })
  expect(bundle?.log.filter(({ rec }) => rec.type === 'absent')).toHaveLength(3)
  const wins = await database().drawWin.findMany({ where: { ...scope.within, takenBackAt: null } })
  expect(new Set(wins.map(({ registrationId }) => registrationId)).size).toBe(units)
  expect(await database().prizeUnit.count({ where: { ...scope.within, status: 'won' } })).toBe(units)
})

test('the exported record is refused after any tampering', async () => {
  const { scope } = await aRaffle({ people: 12, prizes: [['抱枕', 2]] })
  const { id } = await locked(scope)
  while (await goOn(scope));
  const bundle = await exportBundle(scope, id)
  if (!bundle) throw new Error('there is no bundle')
  expect(verifyBundle(bundle)).toMatchObject({ follows: true })
  for (const changed of [
    { ...bundle, list: bundle.list.slice(1) },
    { ...bundle, plan: { ...bundle.plan, left_out: { crew: 9 } } },
    { ...bundle, log: bundle.log.slice(0, -1) },
    { ...bundle, log: bundle.log.map((line) => ({ ...line, rec: { ...line.rec, t: '2026-01-01T00:00:00Z' } })) },
    JSON.parse(JSON.stringify(bundle).replace('d6:3 1', 'd6:4 1')),
  ]) {
    expect(verifyBundle(changed)).toMatchObject({ follows: false })
  }
})

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

test('the list is frozen by the lock; only erasing takes a name and a salt out of it', async () => {
  const { scope } = await aRaffle({ people: 4, prizes: [['抱枕', 4]] })
  const { id } = await locked(scope)
  const where = { ...scope.within, sessionId: id }
  const entries = await database().drawEntry.findMany({ where, orderBy: { n: 'asc' } })
  await expect(
    database().drawEntry.create({ data: { ...where, n: 99, entryId: 'e'.repeat(64), label: 'x', salt: 'y' } }),
  ).rejects.toThrow(/frozen/)
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

test('whoever is erased between draw and claim cannot be opened any more, and the next takes their place', async () => {
  const { scope } = await aRaffle({ people: 5, prizes: [['抱枕', 1]] })
  const { id } = await locked(scope)
  for (let at = 0; at < 3; at++) await goOn(scope)
  const called = calledIn(await viewed(scope))
  const entry = await database().drawEntry.findFirstOrThrow({ where: { ...scope.within, entryId: called.entry } })
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

test('crew and sponsors’ own people: the ones never enter, the others are out of their own prizes only', async () => {
  const { event, scope } = await aRaffle({
    people: 5,
    prizes: [
      ['抱枕', 5, '甲'],
      ['扑克牌', 5, '乙'],
    ],
  })
  await database().volunteer.create({
    data: { ...scope.within, name: '虚构志愿者', email: 'guest-0@example.com', position: 1 },
  })
  const sponsor = await database().sponsor.findFirstOrThrow({ where: { seriesId: event.seriesId, name: '甲' } })
  await database().sponsorContact.create({
    data: { seriesId: event.seriesId, sponsorId: sponsor.id, name: '虚构员工', email: 'guest-1@example.com' },
  })
  const { id, lock, crew } = await locked(scope, { oneEach: false })
  expect([lock?.count, crew]).toEqual([4, 3])
  while (await goOn(scope));
  const view = await viewed(scope)
  const drawn = view.draws.map(({ sponsor: name, people }) => [name, people.length])
  expect(new Map(drawn as [string, number][])).toEqual(
    new Map([
      ['甲', 3],
      ['乙', 4],
    ]),
  )
  expect(verifyBundle(await exportBundle(scope, id))).toMatchObject({ follows: true })
})

test('more units than people: everybody wins, and the rest stays in stock', async () => {
  const { scope } = await aRaffle({ people: 1, prizes: [['抱枕', 3]] })
  const { id } = await locked(scope)
  while (await goOn(scope));
  expect(verifyBundle(await exportBundle(scope, id))).toMatchObject({ follows: true, claims: 1 })
  expect(await database().prizeUnit.count({ where: { ...scope.within, status: 'in_stock' } })).toBe(2)
})

test('an empty hat cannot be locked', async () => {
  const { scope } = await aRaffle({ people: 0, prizes: [['抱枕', 1]] })
  await planned(scope)
  expect(await refusalOf(lockHat(scope, { ...seen(await viewed(scope)), who: 'confirmed' }))).toBe('draws.nobody')
  expect((await viewed(scope)).step).toEqual({ step: 'lock' })
})

test('a series of prizes from one sponsor is drawn from one throw, each with its own link', async () => {
  const { scope } = await aRaffle({
    people: 20,
    prizes: [
      ['抱枕', 2],
      ['扑克牌', 2],
      ['贴纸', 1, '乙'],
    ],
  })
  const view = await locked(scope)
  const apart = await refusalOf(armDraws(scope, { ...seen(view), draw: ['d1', 'd2', 'd3'] }))
  expect(apart).toBe('draws.arm-apart')
  await armDraws(scope, { ...seen(view), draw: ['d1', 'd2'] })
  while (await goOn(scope));
  const bundle = await exportBundle(scope, view.id)
  expect(bundle?.log.filter(({ rec }) => rec.type === 'room')).toHaveLength(2)
  expect(verifyBundle(bundle)).toMatchObject({ follows: true, draws: 3, claims: 5 })
})

test('a rehearsal has invented people only, gives nothing away and stands beside the real draw', async () => {
  const { scope } = await aRaffle({ people: 6, prizes: [['抱枕', 1]] })
  const practice = await locked(scope, { rehearsal: true })
  const real = await locked(scope)
  while (await goOn(scope, true));
  expect((await viewed(scope, true)).draws[0]?.people[0]?.label).toMatch(/^\[TEST\] /)
  const bundle = await exportBundle(scope, practice.id)
  expect(bundle?.plan.event).toMatch(/^REHEARSAL /)
  expect(verifyBundle(bundle)).toMatchObject({ follows: true })
  expect(await database().drawWin.count({ where: scope.within })).toBe(0)
  expect(await database().prizeUnit.count({ where: { ...scope.within, status: 'won' } })).toBe(0)
  expect((await viewed(scope)).head).toBe(real.head)
})

test('a plan can be published again until somebody is locked into it, not after', async () => {
  const { scope } = await aRaffle({ people: 3, prizes: [['抱枕', 1]] })
  const first = await planned(scope)
  const second = await planned(scope)
  expect(second).not.toBe(first)
  expect((await exportBundle(scope, first))?.log.map(({ rec }) => rec.type)).toEqual(['open', 'close'])
  await lockHat(scope, { ...seen(await viewed(scope)), who: 'confirmed' })
  expect(await refusalOf(planned(scope))).toBe('draws.running')
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
