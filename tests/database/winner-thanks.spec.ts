import { database } from '@/lib/database/client'
import { keepHandOverPhoto, takeBackWin } from '@/lib/draws/commands/handover'
import { keepPicture } from '@/lib/media/uploads/keep'
import { sweepPictures } from '@/lib/media/uploads/sweep'
import { systemJob } from '@/lib/people/scope'
import { handOver } from '@/lib/prizes/commands/units'
import { leaveOut, putBack, thankGiver } from '@/lib/recap/commands/winner-thanks'
import { findReport, ownReport } from '@/lib/recap/queries/report'
import { listMyThanks } from '@/lib/recap/queries/winner-thanks'
import { eraseMine } from '@/lib/registration/commands/mine'
import { contactsNamed, makeDeskLink } from '@/lib/sponsors/commands/contacts'
import { anOrganizerOf } from '../support/factories'
import { aPhonePhoto } from '../support/pictures'
import { deskOf, refusalOf } from '../support/sponsors'
import { statementsOf } from '../support/statements'
import { expect, test } from '../support/test'
import { aWin } from '../support/wins'

/** A win, and the report of whoever gave the prize, as they see it at their desk. */
async function aWinWithDesk() {
  const win = await aWin()
  const { sponsorId } = await database().gift.findFirstOrThrow({ where: win.ledger.within })
  const at = { seriesId: win.ledger.seriesId, sponsorId }
  const [contact = ''] = await database().$transaction((tx) => contactsNamed(tx, at, ['虎哥']))
  const desk = await deskOf((await makeDeskLink(win.ledger, contact)).split('/d/')[1] ?? '')
  const report = async () => (await ownReport(desk))?.winners
  return { ...win, sponsorId, report }
}
const words = '抱枕已经在沙发上了，谢谢！'

test('a winner tells the giver what they like, each thing only if they send it, and can take all of it back', async () => {
  const { winner, row, ledger, sponsorId, report } = await aWinWithDesk()
  expect(await report()).toEqual([])
  await thankGiver(winner, { win: row.id, words, tellName: false })
  expect(await report()).toEqual([
    { id: row.id, name: null, words, photo: null, title: '抱枕', titleEn: null, sent: true, leftOut: false },
  ])
  await thankGiver(winner, { win: row.id, words: '', tellName: true })
  expect(await report()).toMatchObject([{ name: '林一诺', words: '' }])
  expect((await findReport(ledger, sponsorId))?.winners).toEqual(await report())
  expect(await statementsOf(() => findReport(ledger, sponsorId))).toBe(4)
  const photo = new Blob([new Uint8Array(await aPhonePhoto({ width: 600, height: 400 }))])
  const photoId = await keepPicture(winner, photo, 'photo')
  await thankGiver(winner, { win: row.id, words: '', tellName: false, photoId })
  expect(await report()).toMatchObject([{ name: null, photo: { width: 400, height: 600 } }])
  const keptAt = new Date(Date.now() - 3 * 86_400_000)
  await database().picture.update({ where: { key: { ...winner.withinSeries, id: photoId } }, data: { keptAt } })
  await sweepPictures(systemJob())
  expect(await report(), 'what a report shows is not swept away').toMatchObject([{ photo: { width: 400 } }])
  await thankGiver(winner, { win: row.id, words: '', tellName: false, photoId: null })
  expect(await report()).toEqual([])
  expect((await listMyThanks(winner))[0]).toMatchObject({ id: row.id, title: '抱枕', thanks: null })
})

test('only whoever won may thank; what was taken back or of somebody who was erased is gone', async () => {
  const [one, two] = [await aWinWithDesk(), await aWinWithDesk()]
  const input = { words, tellName: true }
  expect(await refusalOf(thankGiver(two.winner, { win: one.row.id, ...input }))).toBe('form.not-found')
  await thankGiver(one.winner, { win: one.row.id, ...input })
  await thankGiver(two.winner, { win: two.row.id, ...input })
  expect(await two.report()).toHaveLength(1)
  await takeBackWin(one.ledger, { win: one.row.id, to: 'returned' })
  expect(await one.report()).toEqual([])
  expect(await refusalOf(thankGiver(one.winner, { win: one.row.id, ...input }))).toBe('form.not-found')
  const again = { eventId: one.event.id, winId: one.row.id, seriesId: one.ledger.seriesId, words }
  await expect(database().winnerThanks.create({ data: again })).rejects.toThrow(/winner_thanks_of_live_win/)
  await eraseMine(two.winner)
  expect(await two.report()).toEqual([])
})

test('what organisers leave out its giver never sees, not even rewritten; put back it is there again', async () => {
  const { winner, row, ledger, sponsorId, report } = await aWinWithDesk()
  await thankGiver(winner, { win: row.id, words, tellName: false })
  await leaveOut(ledger, row.id)
  await thankGiver(winner, { win: row.id, words: '还是要说', tellName: false })
  expect(await report()).toEqual([])
  expect((await findReport(ledger, sponsorId))?.winners).toMatchObject([{ words: '还是要说', leftOut: true }])
  await putBack(ledger, row.id)
  expect(await report()).toHaveLength(1)
  const elsewhere = await anOrganizerOf('sponsors.edit')
  expect(await refusalOf(leaveOut(elsewhere, row.id))).toBe('form.not-found')
})

test('a photo of the hand-over is in the report while its winner agrees to photos, until they send their own', async () => {
  const { winner, row, door, report } = await aWinWithDesk()
  const consent = (photoConsentAt: Date | null) =>
    database().registration.updateMany({ where: { ...winner.within, id: winner.subjectId }, data: { photoConsentAt } })
  const photo = async (width: number) =>
    keepPicture(winner, new Blob([new Uint8Array(await aPhonePhoto({ width, height: 400 }))]), 'photo')
  await consent(new Date())
  await handOver(door, { id: row.unitId, how: 'hand' })
  await keepHandOverPhoto(door, row.id, await photo(600))
  expect(await report()).toMatchObject([{ name: null, words: '', photo: { height: 600 }, sent: false }])
  await thankGiver(winner, { win: row.id, words, tellName: false, photoId: await photo(500) })
  expect(await report()).toMatchObject([{ words, photo: { height: 500 }, sent: true }])
  await thankGiver(winner, { win: row.id, words: '', tellName: false, photoId: null })
  expect(await report()).toMatchObject([{ photo: { height: 600 } }])
  await consent(null)
  expect(await report()).toEqual([])
})
