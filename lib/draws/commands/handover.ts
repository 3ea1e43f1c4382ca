import 'server-only'
import { config } from '@/lib/config'
import { type Actor, change } from '@/lib/database/change'
import { database, type Transaction } from '@/lib/database/client'
import type { TicketHolder } from '@/lib/people/holder'
import type { EventScope, SystemJob } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { seal } from '@/lib/values/seal'
import { postPurpose } from '../rules/post'
import type { PostInput, TakeBack } from '../schema'

/** What happens between a claim and a prize in somebody's hands. Handing over itself is lib/prizes' `handOver`. */

const promises = { prize_posts_wait: () => refuse('hat.not-waiting') }

/** Asks the winner, on their ticket, where the prize is to be posted. Asked twice it is once. Refuses `hat.not-waiting`. */
export const askAddress = (scope: EventScope<'checkin.run'>, winId: string) =>
  change(scope, promises, async (tx, record) => {
    const win = await tx.drawWin.count({ where: { ...scope.within, id: winId } })
    if (win === 0) refuse('form.not-found')
    const key = { ...scope.within, winId }
    await tx.prizePost.upsert({ where: { key }, create: key, update: {} })
    record('prize.address-asked', winId)
  })

/** The winner says where to; it can be changed until the prize is on its way. Refuses `hat.not-waiting` when nobody asked. */
export const giveAddress = (ticket: TicketHolder, { win, address }: PostInput) =>
  change(ticket, promises, async (tx, record) => {
    const { count } = await tx.prizePost.updateMany({
      where: { ...ticket.within, winId: win, win: { registrationId: ticket.subjectId } },
      data: { addressSealed: seal(address, config().AUTH_SECRET, postPurpose) },
    })
    if (count === 0) refuse('hat.not-waiting')
    record('prize.address-given', win)
  })

/**
 * A prize that nobody came for, or that its winner does not want after all: it goes back into stock, to be drawn again in
 * public, or back to whoever gave it. The record keeps that it was won. Refuses `hat.not-waiting`.
 */
export const takeBackWin = (scope: EventScope<'sponsors.edit'>, { win, to }: TakeBack) =>
  change(scope, {}, async (tx, record) => {
    const row = await tx.drawWin.findFirst({
      where: { ...scope.within, id: win },
      select: { prizeUnitId: true },
    })
    if (!row) return refuse('form.not-found')
    await takeBack(tx, { eventId: scope.eventId, by: scope.actor }, { win, unit: row.prizeUnitId, to })
    record('prize.taken-back', win, { to })
  })

/** A step: a won unit is nobody's any more, and who took it back is remembered. Refuses `hat.not-waiting`. */
export async function takeBack(
  tx: Transaction,
  { eventId, by }: { eventId: string; by: Actor },
  { win, unit, to }: { win: string; unit: string; to: TakeBack['to'] },
): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.step_by_kind', ${by.kind}, true),
    set_config('app.step_by_id', ${by.id ?? ''}, true), set_config('app.step_how', '', true)`
  const { count } = await tx.prizeUnit.updateMany({
    where: { eventId, id: unit, status: 'won', wins: { some: { id: win, takenBackAt: null } } },
    data: { status: to, statusAt: new Date() },
  })
  if (count === 0) refuse('hat.not-waiting')
  await tx.drawWin.update({ where: { key: { eventId, id: win } }, data: { takenBackAt: new Date() } })
}

/**
 * A photo of the prize in its winner's hands, or none any more: only of who agreed to photos, and only once it is handed
 * over. Refuses `hat.no-photo`.
 */
export const keepHandOverPhoto = (scope: EventScope<'checkin.run'>, winId: string, pictureId: string | null) =>
  change(scope, { prize_photos_agreed: () => refuse('hat.no-photo', { field: 'photo' }) }, async (tx, record) => {
    if ((await tx.drawWin.count({ where: { ...scope.within, id: winId } })) === 0) refuse('form.not-found')
    const key = { ...scope.within, winId }
    if (pictureId === null) await tx.prizePhoto.deleteMany({ where: key })
    else {
      const create = { ...key, ...scope.withinSeries, pictureId }
      await tx.prizePhoto.upsert({ where: { key }, create, update: { pictureId, takenAt: new Date() } })
    }
    record(pictureId === null ? 'prize.photo-removed' : 'prize.photo-kept', winId)
  })

/** Deletes every address whose time is over, by the database's clock; answers how many. */
export async function forgetAddresses(_job: SystemJob): Promise<number> {
  return database().$executeRaw`DELETE FROM prize_posts WHERE keep_until < clock_timestamp()`
}
