import 'server-only'
import { change } from '@/lib/database/change'
import type { TicketHolder } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import type { WinnerThanksInput } from '../schema/winner-thanks'

/**
 * The winner of a prize says thank you to whoever gave it: in words, with a photo, with their name, each only if they
 * send it; nothing of these takes it back. Only the giver's report and the organisers show it. Refuses `form.not-found`
 * for what this ticket did not win, or not any more.
 */
export function thankGiver(ticket: TicketHolder, { win, words, tellName, photoId }: WinnerThanksInput) {
  return change(ticket, { winner_thanks_of_live_win: () => refuse('form.not-found') }, async (tx, record) => {
    const won = await tx.drawWin.findFirst({
      where: { ...ticket.within, id: win, registrationId: ticket.subjectId, takenBackAt: null },
      select: { thanks: true },
    })
    if (!won) return refuse('form.not-found')
    const key = { ...ticket.within, winId: win }
    const photo = photoId === undefined ? (won.thanks?.photoId ?? null) : photoId
    const told = { name: tellName, words: words !== '', photo: photo !== null }
    if (Object.values(told).some(Boolean)) {
      const nameToldAt = tellName ? (won.thanks?.nameToldAt ?? new Date()) : null
      const data = { words, photoId: photo, nameToldAt }
      await tx.winnerThanks.upsert({
        where: { key },
        create: { ...key, ...ticket.withinSeries, ...data },
        update: data,
      })
    } else await tx.winnerThanks.deleteMany({ where: { ...ticket.within, winId: win } })
    record('winner.thanked', win, told)
  })
}

/** Organisers keep what a winner said out of the giver's report; a new version of it stays out too. */
export const leaveOut = (scope: EventScope<'sponsors.edit'>, win: string) => setLeftOut(scope, win, new Date())

export const putBack = (scope: EventScope<'sponsors.edit'>, win: string) => setLeftOut(scope, win, null)

function setLeftOut(scope: EventScope<'sponsors.edit'>, winId: string, leftOutAt: Date | null) {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.winnerThanks.updateMany({ where: { ...scope.within, winId }, data: { leftOutAt } })
    if (count === 0) refuse('form.not-found')
    record(leftOutAt ? 'winner.left-out' : 'winner.put-back', winId)
  })
}
