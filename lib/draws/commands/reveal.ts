import 'server-only'
import { config } from '@/lib/config'
import { change } from '@/lib/database/change'
import type { TicketHolder } from '@/lib/people/holder'
import { refuse } from '@/lib/values/refusal'
import { unseal } from '@/lib/values/seal'

/**
 * Shows the code of a unit to whoever won it and came forward; with it the unit counts as handed over. As often as they
 * like. Refuses like an unknown unit for everybody else, and `prizes.code-not-here` while nobody brought the code yet.
 */
export function revealCode(ticket: TicketHolder, unitId: string): Promise<string> {
  return change(ticket, {}, async (tx, record) => {
    const win = await tx.drawWin.findFirst({
      where: { ...ticket.within, prizeUnitId: unitId, registrationId: ticket.subjectId, takenBackAt: null },
      select: { unit: { select: { status: true, code: { select: { sealed: true, revealedAt: true } } } } },
    })
    if (!win || !['won', 'handed_over'].includes(win.unit.status)) return refuse('form.not-found')
    const { status, code } = win.unit
    if (!code) return refuse('prizes.code-not-here')
    const key = { eventId: ticket.eventId, id: unitId }
    if (status === 'won') {
      await tx.$executeRaw`SELECT set_config('app.step_how', 'code', true),
        set_config('app.step_by_kind', 'attendee', true), set_config('app.step_by_id', ${ticket.subjectId}, true)`
      await tx.prizeUnit.update({ where: { key }, data: { status: 'handed_over', statusAt: new Date() } })
    }
    if (!code.revealedAt) {
      const where = { key: { eventId: ticket.eventId, unitId } }
      await tx.prizeCode.update({ where, data: { revealedAt: new Date() } })
    }
    record('code.revealed', unitId, code.revealedAt ? { again: true } : {})
    return unseal(code.sealed, config().AUTH_SECRET, 'prize-code')
  })
}
