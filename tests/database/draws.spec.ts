import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { armDraws, voidDraw } from '@/lib/draws/commands/draw'
import { lockHat } from '@/lib/draws/commands/hat'
import { closeSession } from '@/lib/draws/commands/plan'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { absentNow, aRaffle, goOn, locked, planned, type Stage, seen, viewed } from '../support/draws'
import { anEvent } from '../support/factories'
import { refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

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

test('each prize may take its randomness from its own source; unlike ones are armed apart', async () => {
  const { scope } = await aRaffle({
    people: 4,
    prizes: [
      ['抱枕', 2],
      ['旗舰套件', 1],
    ],
  })
  await locked(scope, { source: ['', 'both'] })
  const view = await viewed(scope)
  expect(view.draws.map(({ preset }) => preset)).toEqual(['room', 'both'])
  expect(view.preset).toBe('room')
  const all = view.draws.map(({ id }) => id)
  expect(await refusalOf(armDraws(scope, { ...seen(view), draw: all }))).toBe('draws.arm-apart')
  for (let steps = 0; steps < 5; steps++) await goOn(scope)
  expect(await viewed(scope)).toMatchObject({ preset: 'both', step: { step: 'arm' } })
  await goOn(scope)
  expect((await viewed(scope)).armed).toMatchObject({ round: expect.any(Number) })
})

test('where the plan says so, each earlier stop somebody came to counts once more; the list says it and it follows', async () => {
  const { event, scope } = await aRaffle({ people: 5, prizes: [['抱枕', 1]] })
  for (const [days, ...came] of [
    [60, 'guest-0@example.com', 'guest-1@example.com'],
    [90, 'guest-0@example.com'],
  ] as [number, ...string[]][]) {
    const startsAt = new Date(Date.now() - days * 86_400_000)
    const earlier = await anEvent({ seriesId: event.seriesId, published: true, startsAt })
    await wereAt(scope, earlier.id, came)
  }
  const { id } = await locked(scope, { weigh: 'stops' })
  const rows = await database().$queryRaw<{ who: string; weight: number }[]>`
    SELECT substr(r.contact, 7, 1) AS who, e.weight
    FROM draw_entries e JOIN registrations r ON (r.event_id, r.id) = (e.event_id, e.registration_id)
    WHERE e.session_id = ${id}::uuid`
  const weights = new Map(rows.map(({ who, weight }) => [who, weight]))
  expect([...weights].sort()).toEqual([
    ['0', 3],
    ['1', 2],
    ['2', 1],
    ['3', 1],
    ['4', 1],
  ])
  await goOn(scope)
  await goOn(scope)
  await goOn(scope)
  const bundle = await exportBundle(scope, id)
  expect(verifyBundle(bundle)).toMatchObject({ follows: true, people: 5 })
  expect(bundle?.log.find(({ rec }) => rec.type === 'lock')?.rec).toMatchObject({ weight: 8, count: 5 })
  await expect(database().drawSession.update({ where: scope.key(id), data: { weigh: 'equal' } })).rejects.toThrow(
    'draw_sessions_weigh_alike',
  )
})

/** These addresses were let in at another stop. */
async function wereAt(scope: Stage, eventId: string, contacts: string[]) {
  for (const contact of contacts) {
    const { id } = await database().registration.create({
      data: {
        ...{ eventId, contact, contactKind: 'email', status: 'confirmed', name: '来过', searchText: '', locale: 'zh' },
        ...{ ticketCode: `W${contact.slice(6, 7)}${randomUUID().slice(0, 4)}`.toUpperCase(), requestKey: randomUUID() },
      },
    })
    await database().checkIn.create({
      data: { eventId, id: randomUUID(), registrationId: id, outcome: 'accepted', byPersonId: scope.actorId },
    })
  }
}
