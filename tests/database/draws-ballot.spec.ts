import { database } from '@/lib/database/client'
import { publishBallot } from '@/lib/draws/commands/ballot'
import { voidDraw } from '@/lib/draws/commands/draw'
import { lockHat } from '@/lib/draws/commands/hat'
import { findMyLot } from '@/lib/draws/queries/ballot'
import { findMyDraw } from '@/lib/draws/queries/mine'
import { exportBundle, findSession } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { setEntry } from '@/lib/registration/commands/entry'
import { releaseHold } from '@/lib/registration/commands/holds'
import { cancelMine, eraseMine } from '@/lib/registration/commands/mine'
import { wallTimeOf } from '@/lib/values/time'
import { aBallot, ballotOf, lockBallot } from '../support/ballots'
import { killed, stepElsewhere } from '../support/draw-processes'
import { aRaffle, planned, type Stage, seen, stepOn } from '../support/draws'
import { aHold } from '../support/entry'
import { anOrganizerOf } from '../support/factories'
import { aPublishedEvent, outboxOf } from '../support/guests'
import { has, secondVerifier } from '../support/second-verifier'
import { refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const next = async (scope: Stage) => stepOn(scope, await ballotOf(scope))
const rowsOf = (eventId: string) =>
  database().registration.findMany({ where: { eventId }, select: { id: true, status: true, waitlistPosition: true } })

test('a ballot draws seats: locked when the window is over, seated in the order of the ranking, told, and checked', async () => {
  const { event, scope, guests, close } = await aBallot()
  const id = await publishBallot(scope, { preset: 'room' })
  expect(await refusalOf(lockBallot(scope))).toBe('entry.window-open')
  await close()
  await lockBallot(scope)
  const [gone, erased, ...rest] = guests
  if (!gone || !erased) throw new Error('too few guests')
  expect(await findMyLot(rest[0] ?? gone)).toMatchObject({ rank: null, seats: 2, count: 6 })
  await next(scope)
  // After the arming nobody is put out any more: whoever leaves now is passed over when seats are given.
  await cancelMine(gone)
  await eraseMine(erased)
  await next(scope)
  await next(scope)
  expect(await ballotOf(scope)).toMatchObject({ kind: 'seats', closed: true, lock: { count: 6 } })

  const lots = await Promise.all(rest.map(async (guest) => ({ guest, lot: await findMyLot(guest) })))
  const order = lots.sort((a, b) => (a.lot?.rank ?? 0) - (b.lot?.rank ?? 0)).map(({ guest }) => guest.subjectId)
  const rows = await rowsOf(event.id)
  const stand = order.map((subject) => rows.find((row) => row.id === subject))
  expect(stand.map((row) => row?.status)).toEqual(['confirmed', 'confirmed', 'waitlisted', 'waitlisted'])
  const [third = 0, fourth] = stand.slice(2).map((row) => row?.waitlistPosition ?? 0)
  expect(fourth).toBe(third + 1)
  const letters = (await outboxOf(event.id)).map(({ kind }) => kind)
  expect(letters.filter((kind) => kind === 'registration-drawn')).toHaveLength(2)
  expect(letters.filter((kind) => kind === 'registration-undrawn')).toHaveLength(2)

  const bundle = await exportBundle(scope, id)
  expect(verifyBundle(bundle)).toMatchObject({ follows: true, people: 6, draws: 1 })
  if (has('python3')) expect(secondVerifier([bundle])[0]?.code).toBe(0)
  expect(JSON.stringify(bundle)).not.toMatch(/虚|example\.com|\*/)
  expect(await refusalOf(publishBallot(scope, { preset: 'room' }))).toBe('entry.no-ballot')
})

test('what the rules promise is what is drawn: seats given away meanwhile need new rules, and none are given twice', async () => {
  const { event, scope, close } = await aBallot({ seats: 3 })
  await publishBallot(scope, { preset: 'room' })
  await close()
  await aHold(event, { seats: '2', codes: 'none' })
  expect(await refusalOf(lockBallot(scope))).toBe('ballot.seats-changed')
  await publishBallot(scope, { preset: 'room' })
  await lockBallot(scope)
  expect(await refusalOf(publishBallot(scope, { preset: 'room' }))).toBe('draws.running')
  await next(scope)
  const view = await ballotOf(scope)
  await voidDraw(scope, { ...seen(view), arm: view.armed?.arm ?? '', reason: '骰子滚下台', signature: '' })
  await next(scope)
  await next(scope)
  // Seats given away between the lock and the draw: whoever the record would name first might get none.
  const kept = await aHold(event, { seats: '1', codes: 'none' })
  expect(await refusalOf(next(scope))).toBe('ballot.seats-gone')
  await releaseHold(await anOrganizerOf('guests.edit', event), kept.id)
  const before = await ballotOf(scope)
  // Five tabs with the same button: one draws, the others see that somebody was faster.
  const answers = await Promise.all(Array.from({ length: 5 }, () => refusalOf(stepOn(scope, before))))
  expect(answers.sort()).toEqual(['done', ...Array.from({ length: 4 }, () => 'draws.moved-on')])
  const rows = await rowsOf(event.id)
  expect(rows.filter(({ status }) => status === 'confirmed')).toHaveLength(1)
  expect(rows.filter(({ status }) => status === 'waitlisted')).toHaveLength(5)
})

test('a ballot and the prizes have plans of their own, and none disturbs the other', async () => {
  const { event, scope } = await aRaffle({ people: 3, prizes: [['抱枕', 1]] })
  const prizes = await planned(scope)
  const ends = wallTimeOf(new Date(Date.now() + 3_600_000), 'Asia/Shanghai')
  await setEntry(await anOrganizerOf('guests.edit', event), { entryMode: 'ballot', ballotEnds: ends })
  await publishBallot(scope, { preset: 'beacon' })
  expect(await findSession(scope, false)).toMatchObject({ id: prizes, closed: false })
  expect(await ballotOf(scope)).toMatchObject({ preset: 'beacon', closed: false })
})

test('without a ballot, without a free seat, or at somebody else’s stop there is nothing to draw', async () => {
  const { event } = await aPublishedEvent()
  const scope = await anOrganizerOf('stage.run', event)
  expect(await refusalOf(publishBallot(scope, { preset: 'room' }))).toBe('entry.no-ballot')
  const full = await aBallot({ seats: 1 })
  await aHold(full.event, { seats: '1', codes: 'none' })
  expect(await refusalOf(publishBallot(full.scope, { preset: 'room' }))).toBe('ballot.no-seats')
  const { scope: theirs } = await aBallot()
  await publishBallot(theirs, { preset: 'room' })
  const view = await ballotOf(theirs)
  expect(await refusalOf(lockHat(scope, { ...seen(view), who: 'confirmed' }))).toBe('form.not-found')
  const { guests } = await aBallot({ people: 1 })
  expect(guests[0] && (await findMyLot(guests[0]))).toBeNull()
  expect(guests[0] && (await findMyDraw(guests[0]))).toBeNull()
})

test('a server killed while it seats people has drawn nothing; the next one draws, and seats everybody once', async () => {
  test.setTimeout(120_000)
  const { event, scope, guests, close } = await aBallot()
  await publishBallot(scope, { preset: 'room' })
  await close()
  await lockBallot(scope)
  await next(scope)
  await next(scope)
  const log = (await exportBundle(scope, (await ballotOf(scope)).id))?.log ?? []
  const child = await database().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM registrations WHERE id = ${guests[3]?.subjectId}::uuid FOR UPDATE`
      const other = await stepElsewhere(event.id, scope.actorId, 'seats')
      const waits = async () => {
        // Asked on the connection that holds the row: it must not fall asleep meanwhile.
        const [found] = await tx.$queryRaw<{ waits: boolean }[]>`
          SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))) AS waits`
        return found?.waits
      }
      await expect.poll(waits, { timeout: 60_000, intervals: [50] }).toBe(true)
      await killed(other)
      return other
    },
    { timeout: 90_000 },
  )
  expect(child.killed).toBe(true)
  expect((await exportBundle(scope, (await ballotOf(scope)).id))?.log).toEqual(log)
  expect((await rowsOf(event.id)).every(({ status }) => status === 'pending')).toBe(true)
  await next(scope)
  const after = await exportBundle(scope, (await ballotOf(scope)).id)
  expect(after?.log.slice(0, log.length)).toEqual(log)
  expect(verifyBundle(after)).toMatchObject({ follows: true })
  const rows = await rowsOf(event.id)
  expect(rows.filter(({ status }) => status === 'confirmed')).toHaveLength(2)
  expect(new Set(rows.flatMap(({ waitlistPosition }) => waitlistPosition ?? [])).size).toBe(4)
})
