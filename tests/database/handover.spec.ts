import { database } from '@/lib/database/client'
import { askAddress, forgetAddresses, giveAddress, keepHandOverPhoto, takeBackWin } from '@/lib/draws/commands/handover'
import { chaseUnclaimed } from '@/lib/draws/commands/unclaimed'
import { listHandOvers, listMyPrizes } from '@/lib/draws/queries/handover'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { keepPicture } from '@/lib/media/uploads/keep'
import { systemJob } from '@/lib/people/scope'
import { handOver, takeBackHandOver } from '@/lib/prizes/commands/units'
import { editMine, eraseMine } from '@/lib/registration/commands/mine'
import { anOrganizerOf } from '../support/factories'
import { aFile, aPng } from '../support/pictures'
import { refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'
import { aWin } from '../support/wins'

const home = '虚构路 1 号，138 0000 0000'

test('a won prize waits for its winner, goes into their hands, and can be taken back when that was a mistake', async () => {
  const { door, winner, row } = await aWin()
  expect(row).toMatchObject({ title: '抱枕', number: 1, status: 'won', post: null, registrationId: winner.subjectId })
  expect(await listMyPrizes(winner)).toMatchObject([{ title: '抱枕', status: 'won' }])
  await handOver(door, { id: row.unitId, how: 'hand' })
  expect(await listHandOvers(door)).toMatchObject({ waiting: [], handed: [{ id: row.id }] })
  expect(await listMyPrizes(winner)).toMatchObject([{ status: 'handed_over' }])
  expect(await refusalOf(handOver(door, { id: row.unitId, how: 'hand' }))).toBe('prizes.moved-already')
  await takeBackHandOver(door, row.unitId)
  expect((await listHandOvers(door)).waiting).toHaveLength(1)
})

test('an address is asked for only when needed, sealed, seen by organisers alone, and gone when the prize is posted', async () => {
  const { event, door, winner, row } = await aWin()
  expect(await refusalOf(giveAddress(winner, { win: row.id, address: home }))).toBe('hat.not-waiting')
  await askAddress(door, row.id)
  await askAddress(door, row.id)
  expect((await listMyPrizes(winner))[0]?.post).toBe('asked')
  await giveAddress(winner, { win: row.id, address: home })
  expect((await listHandOvers(door)).waiting[0]?.address).toBe(home)
  const crew = await anOrganizerOf('checkin.run', event)
  const seen = await listHandOvers({ ...crew, role: 'door' })
  expect(seen.waiting[0]).toMatchObject({ post: 'given', address: null })
  expect(seen.waiting[0]?.name).not.toContain('一诺')
  const stored = await database().prizePost.findFirstOrThrow({ where: event.id ? { eventId: event.id } : {} })
  expect(Buffer.from(stored.addressSealed ?? []).toString('utf8')).not.toContain('虚构路')
  await handOver(door, { id: row.unitId, how: 'post' })
  expect(await database().prizePost.count({ where: { eventId: event.id } })).toBe(0)
  expect(await refusalOf(askAddress(door, row.id))).toBe('hat.not-waiting')
})

test('Postgres lets no address stay longer than thirty days, and the daily job deletes what is over', async () => {
  const { event, door, row } = await aWin()
  await askAddress(door, row.id)
  const where = { eventId: event.id, winId: row.id }
  const later = (days: number) => new Date(Date.now() + days * 86_400_000)
  await expect(database().prizePost.updateMany({ where, data: { keepUntil: later(60) } })).rejects.toThrow(
    /kept_shortly/,
  )
  const moved = { askedAt: later(40), keepUntil: later(60) }
  await expect(database().prizePost.updateMany({ where, data: moved })).rejects.toThrow(/kept_shortly/)
  await database().prizePost.updateMany({ where, data: { keepUntil: later(-1) } })
  expect((await listHandOvers(door)).waiting[0]?.post).toBeNull()
  await forgetAddresses(systemJob())
  expect(await database().prizePost.count({ where })).toBe(0)
})

test('a prize nobody came for goes back into stock or to whoever gave it; the record still says it was won', async () => {
  for (const to of ['in_stock', 'returned'] as const) {
    const { scope, session, ledger, door, winner, row } = await aWin()
    await askAddress(door, row.id)
    await takeBackWin(ledger, { win: row.id, to })
    expect(await refusalOf(takeBackWin(ledger, { win: row.id, to }))).toBe('hat.not-waiting')
    expect(await database().prizeUnit.findFirstOrThrow({ where: { ...scope.within, id: row.unitId } })).toMatchObject({
      status: to,
    })
    expect(await listMyPrizes(winner)).toEqual([])
    expect(await database().prizePost.count({ where: scope.within })).toBe(0)
    expect(verifyBundle(await exportBundle(scope, session))).toMatchObject({ follows: true, claims: 1 })
  }
})

test('a winner who is erased leaves a prize that can be given on, no address, and a record that follows', async () => {
  const { scope, session, ledger, door, winner, row } = await aWin()
  await askAddress(door, row.id)
  await giveAddress(winner, { win: row.id, address: home })
  await eraseMine(winner)
  expect(await database().prizePost.count({ where: scope.within })).toBe(0)
  await takeBackWin(ledger, { win: row.id, to: 'in_stock' })
  expect(await database().prizeUnit.count({ where: { ...scope.within, status: 'in_stock' } })).toBe(1)
  expect(verifyBundle(await exportBundle(scope, session))).toMatchObject({ follows: true, claims: 1 })
})

test('who may not hand over here finds nothing, and a win is never rewritten', async () => {
  const { event, winner, row } = await aWin()
  const stranger = await aWin()
  expect(await refusalOf(handOver(stranger.door, { id: row.unitId, how: 'hand' }))).toBe('form.not-found')
  expect(await refusalOf(askAddress(stranger.door, row.id))).toBe('form.not-found')
  expect(await refusalOf(takeBackWin(stranger.ledger, { win: row.id, to: 'returned' }))).toBe('form.not-found')
  expect(await refusalOf(giveAddress(stranger.winner, { win: row.id, address: home }))).toBe('hat.not-waiting')
  const where = { eventId: event.id, id: row.id }
  const other = { registrationId: stranger.winner.subjectId }
  await expect(database().drawWin.updateMany({ where, data: other })).rejects.toThrow(/draw_wins_stay/)
  await expect(database().drawWin.deleteMany({ where })).rejects.toThrow(/draw_wins_stay/)
  expect(winner.subjectId).toBe(row.registrationId)
})

/** The stop was over so many hours ago, by the database's clock; what was reminded, likewise. */
async function hoursAgo(eventId: string, hours: number) {
  await database().$executeRaw`
    UPDATE events SET starts_at = clock_timestamp() - make_interval(hours => ${hours + 4}::int),
      ends_at = clock_timestamp() - make_interval(hours => ${hours}::int) WHERE id = ${eventId}::uuid`
}
const remindersOf = (eventId: string) =>
  database().message.count({ where: { eventId, kind: 'registration-unclaimed' } })

test('a prize nobody fetched: its winner is reminded once after the day, however often the clock looks', async () => {
  const { event, door, row } = await aWin({ unclaimed: 'again' })
  await chaseUnclaimed(systemJob())
  expect(await remindersOf(event.id), 'the day is not over').toBe(0)
  await hoursAgo(event.id, 13)
  await Promise.all([chaseUnclaimed(systemJob()), chaseUnclaimed(systemJob())])
  await chaseUnclaimed(systemJob())
  expect(await remindersOf(event.id)).toBe(1)
  expect((await listHandOvers(door)).waiting).toMatchObject([{ id: row.id, remindedAt: expect.any(Date) }])
  await expect(
    database().drawWin.updateMany({ where: { eventId: event.id }, data: { remindedAt: null } }),
  ).rejects.toThrow('draw_wins_remind_once')
})

for (const [unclaimed, status, where] of [
  ['again', 'in_stock', 'into the hat again'],
  ['donor', 'returned', 'back to whoever gave it'],
] as const) {
  test(`a week after the reminder it goes ${where}, as the plan says, and the record still follows`, async () => {
    const { event, scope, session, door, winner } = await aWin({ unclaimed })
    await hoursAgo(event.id, 200)
    await database()
      .$executeRaw`UPDATE draw_wins SET reminded_at = clock_timestamp() - interval '7 days' WHERE event_id = ${event.id}::uuid`
    await Promise.all([chaseUnclaimed(systemJob()), chaseUnclaimed(systemJob())])
    expect((await listHandOvers(door)).waiting).toEqual([])
    expect(await listMyPrizes(winner)).toEqual([])
    expect((await database().prizeUnit.findFirstOrThrow({ where: { eventId: event.id } })).status).toBe(status)
    expect(verifyBundle(await exportBundle(scope, session))).toMatchObject({ follows: true, claims: 1 })
  })
}

test('what is to be posted, what is in its winner’s hands, and whoever was erased is not written to', async () => {
  const { event, door, row } = await aWin({ unclaimed: 'donor' })
  await askAddress(door, row.id)
  await hoursAgo(event.id, 13)
  await chaseUnclaimed(systemJob())
  const fetched = await aWin({ unclaimed: 'donor' })
  await handOver(fetched.door, { id: fetched.row.unitId, how: 'hand' })
  await hoursAgo(fetched.event.id, 13)
  await chaseUnclaimed(systemJob())
  const erased = await aWin({ unclaimed: 'donor' })
  await eraseMine(erased.winner)
  await hoursAgo(erased.event.id, 13)
  await chaseUnclaimed(systemJob())
  const stops = [event, fetched.event, erased.event]
  expect(await Promise.all(stops.map(({ id }) => remindersOf(id)))).toEqual([0, 0, 0])
  expect((await listHandOvers(erased.door)).waiting, 'its time runs').toMatchObject([{ remindedAt: expect.any(Date) }])
})

test('a photo of the hand-over: only of who agreed, only once it is in their hands, and gone when they change their mind', async () => {
  const { event, door, winner, row } = await aWin()
  const photo = await keepPicture(door, aFile(await aPng({})), 'photo')
  const keep = () => refusalOf(keepHandOverPhoto(door, row.id, photo))
  await editMine(winner, { name: '林一诺', news: false, photos: true })
  expect(await keep()).toBe('hat.no-photo')
  await handOver(door, { id: row.unitId, how: 'hand' })
  await editMine(winner, { name: '林一诺', news: false, photos: false })
  expect(await keep()).toBe('hat.no-photo')
  await editMine(winner, { name: '林一诺', news: false, photos: true })
  expect(await keep()).toBe('done')
  expect((await listMyPrizes(winner))[0]?.photo).toMatchObject({ width: expect.any(Number) })
  await expect(database().picture.deleteMany({ where: { id: photo } })).rejects.toThrow('prize_photos_picture_stays')
  expect(await refusalOf(keepHandOverPhoto(await anOrganizerOf('checkin.run'), row.id, photo))).toBe('form.not-found')
  await editMine(winner, { name: '林一诺', news: false, photos: false })
  expect(await database().prizePhoto.count({ where: { eventId: event.id } })).toBe(0)
  expect((await listHandOvers(door)).handed[0]).toMatchObject({ photo: null, agreesToPhotos: false })
})
